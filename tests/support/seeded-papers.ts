/** What was gathered beside records in a seeded review: figures, who was involved, and a paper with its bytes. */
import type { Database } from '#lib/server/db/open.ts';
import { attachmentFiles, attachments } from '#lib/server/db/schema/attachments.ts';
import { figures, involvement } from '#lib/server/db/schema/voices.ts';
import { findSource } from '#lib/server/queries/sources.ts';

export type SeededPapers = {
	review: string;
	/** Slug of the source that the figures and the paper belong to. */
	source: string;
	/** Ends each name that stands in an address. */
	address: string;
	/** Stands in what everybody sees who sees the review. */
	inside: string;
	/** Stands in what those see who read the records. */
	written: string;
	by: string;
	/** ISO 8601. */
	at: string;
};

/** Returns the names of the figures, of the entry on involvement, and the id of the paper. */
export function seedPapers(
	db: Database,
	{ review, source, address, inside, written, by, at }: SeededPapers
): { figure: string; entry: string; attachment: string } {
	const { key: sourceId } = findSource(db, review, source);
	const authorship = { changedBy: by, changedAt: at };
	const [figure, entry, attachment] = [`figure-${address}`, `entry-${address}`, `paper-${address}`];
	db.insert(figures)
		.values({
			sourceId,
			slug: figure,
			position: 0,
			title: `Figures ${inside}`,
			unit: `people ${inside}`,
			period: `2024 ${inside}`,
			origin: `Returns ${inside}`,
			chart: 'bars',
			table: { columns: [`Number ${inside}`], rows: [{ label: `First ${inside}`, values: [12] }] },
			elements: ['T2'],
			...authorship
		})
		.run();
	db.insert(involvement)
		.values({
			reviewId: review,
			slug: entry,
			position: 0,
			stage: 'planning',
			groups: ['unpaid-carers'],
			number: 3,
			day: '2025-02-04',
			how: `Met ${inside}`,
			changed: `Changed ${inside}`,
			...authorship
		})
		.run();
	const bytes = Buffer.from(`Paper ${written}\n`);
	db.insert(attachments)
		.values({
			id: attachment,
			reviewId: review,
			sourceId,
			title: `Paper ${written}`,
			fileName: `${written}.txt`,
			mediaType: 'text/plain; charset=utf-8',
			size: bytes.length,
			digest: 'd'.repeat(64),
			revision: 1,
			replaces: `earlier-${address}`,
			elements: ['T2'],
			...authorship
		})
		.run();
	db.insert(attachmentFiles).values({ attachmentId: attachment, bytes }).run();
	return { figure, entry, attachment };
}
