/** The files of a review as a page lists them: what each is, from when to when it holds, and what it gives evidence on. */
import { dateRange, longDate } from '#lib/reports/dates.ts';

export type AttachmentRow = {
	id: string;
	title: string;
	fileName: string;
	mediaType: string;
	/** Bytes. */
	size: number;
	digest: string;
	revision: number;
	replaces: string | null;
	from: string | null;
	to: string | null;
	elements: readonly string[];
	withdrawnAt: string | null;
	source: { id: string; title: string } | null;
	by: string;
};

export type AttachmentLine = {
	id: string;
	title: string;
	/** `PDF, 1.2 MB`. */
	what: string;
	revision: number;
	/** `from 1 April 2026`, with `no longer in force` where it is over; empty where nothing is said. */
	holds: string;
	over: boolean;
	elements: string[];
	source: { id: string; title: string } | null;
	digest: string;
};

export type AttachmentsPage = {
	/** The latest revision of each. */
	lines: AttachmentLine[];
	/** Those that a later revision replaced. */
	earlier: AttachmentLine[];
	withdrawn: AttachmentLine[];
};

/** `today` is YYYY-MM-DD. */
export function deriveAttachments(rows: readonly AttachmentRow[], today: string): AttachmentsPage {
	const kept = rows.filter(({ withdrawnAt }) => withdrawnAt === null);
	const replaced = new Set(kept.map(({ replaces }) => replaces));
	const line = (row: AttachmentRow) => lineOf(row, today);
	return {
		lines: kept.filter(({ id }) => !replaced.has(id)).map(line),
		earlier: kept.filter(({ id }) => replaced.has(id)).map(line),
		withdrawn: rows.filter(({ withdrawnAt }) => withdrawnAt !== null).map(line)
	};
}

function lineOf(row: AttachmentRow, today: string): AttachmentLine {
	const { id, title, fileName, size, revision, elements, source, digest } = row;
	const kind = fileName.slice(fileName.lastIndexOf('.') + 1).toUpperCase();
	const over = row.to !== null && row.to < today;
	return {
		id,
		title,
		what: `${kind}, ${sizeWords(size)}`,
		revision,
		holds: holdsWords(row, today),
		over,
		elements: [...elements],
		source,
		digest
	};
}

function holdsWords({ from, to }: AttachmentRow, today: string): string {
	if (from === null && to === null) return '';
	const days =
		to === null ? `From ${longDate(from!)}` : from === null ? `Until ${longDate(to)}` : dateRange(from, to);
	if (to !== null && to < today) return `${days}: no longer in force`;
	return from !== null && from > today ? `${days}: not in force yet` : days;
}

/** `850 bytes`, `12 kB`, `1.2 MB`. */
export function sizeWords(bytes: number): string {
	if (bytes < 1000) return `${bytes} bytes`;
	if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
	return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
