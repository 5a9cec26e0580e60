/** Reads the files of a review: what each is, what it is on, its revisions, and its bytes. */
import { and, asc, eq } from 'drizzle-orm';
import { branchOf, findFramework } from '#lib/frameworks/lookup.ts';
import { deriveAttachments, type AttachmentLine, type AttachmentsPage } from '#lib/pages/attachments-page.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { attachmentFiles, attachments } from '../db/schema/attachments.ts';
import { sources } from '../db/schema/evidence.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';
import { whyClosed } from './closed.ts';
import { listDocuments } from './documents.ts';
import { findReview } from './reviews.ts';
import { maySee } from './visible-reviews.ts';

type Row = typeof attachments.$inferSelect;

/** The row of an attachment, withdrawn or not. Throws a not-found Problem. */
export function findAttachmentRow(db: Database, reviewId: string, id: string): Row {
	const row = db
		.select()
		.from(attachments)
		.where(and(eq(attachments.reviewId, reviewId), eq(attachments.id, id)))
		.get();
	if (row) return row;
	throw notFound('attachment', id);
}

export function keptAttachment(db: Database, row: Row): Kept {
	return {
		texts: {
			title: row.title,
			source: slugOf(db, row.sourceId),
			elements: row.elements.join(' '),
			from: row.from ?? '',
			to: row.to ?? ''
		},
		version: row.version,
		by: authorName(db, row.changedBy),
		at: row.changedAt
	};
}

function slugOf(db: Database, source: number | null): string {
	if (source === null) return '';
	return db.select({ slug: sources.slug }).from(sources).where(eq(sources.id, source)).get()?.slug ?? '';
}

/** Why an attachment cannot be changed just now: it was withdrawn, or its review is closed. */
export function whyAttachmentClosed(db: Database, row: Row): string | null {
	const closed = whyClosed(db, row.reviewId);
	if (closed || !row.withdrawnAt) return closed;
	return `${authorName(db, row.changedBy)} withdrew this attachment at ${dayAndTime(row.withdrawnAt)}.`;
}

/** `today` is YYYY-MM-DD: what has run out by then is said to have. */
export function loadAttachments(db: Database, reviewId: string, today: string): AttachmentsPage {
	const rows = db
		.select()
		.from(attachments)
		.where(eq(attachments.reviewId, reviewId))
		.orderBy(asc(attachments.title), asc(attachments.revision))
		.all();
	const titles = new Map(
		db
			.select({ id: sources.id, slug: sources.slug, title: sources.title })
			.from(sources)
			.where(eq(sources.reviewId, reviewId))
			.all()
			.map(({ id, slug, title }) => [id, { id: slug, title }])
	);
	return deriveAttachments(
		rows.map((row) => ({
			...row,
			source: row.sourceId === null ? null : (titles.get(row.sourceId) ?? null),
			by: authorName(db, row.changedBy)
		})),
		today
	);
}

/** The latest revision of each that gives evidence on a theme or what is below it; none for who may not see records. */
export function loadThemeAttachments(
	db: Database,
	actor: Actor,
	reviewId: string,
	theme: string,
	today: string
): AttachmentLine[] {
	if (!maySee(db, actor, reviewId, 'see-records')) return [];
	const leading = findReview(db, reviewId).frameworks[0] ?? '';
	const framework = findFramework(listDocuments(db, 'framework'), leading);
	const codes = new Set(framework ? branchOf(framework, theme).map(({ code }) => code) : []);
	return loadAttachments(db, reviewId, today).lines.filter(({ elements }) =>
		elements.some((code) => codes.has(code))
	);
}

export type AttachmentEditor = {
	kept: Kept;
	fileName: string;
	revision: number;
	withdrawn: boolean;
	/** Why nothing in the review can be changed; null while it can. */
	closed: string | null;
	/** Ids of the revisions before and after it. */
	earlier: string | null;
	later: string | null;
};

/** Throws a not-found Problem. */
export function loadAttachmentEditor(db: Database, reviewId: string, id: string): AttachmentEditor {
	const row = findAttachmentRow(db, reviewId, id);
	const later = db.select({ id: attachments.id }).from(attachments).where(eq(attachments.replaces, id)).get();
	return {
		kept: keptAttachment(db, row),
		fileName: row.fileName,
		revision: row.revision,
		withdrawn: row.withdrawnAt !== null,
		closed: whyClosed(db, reviewId),
		earlier: row.replaces,
		later: later?.id ?? null
	};
}

/** The file as it is served. Throws a not-found Problem, for one that is withdrawn too. */
export function loadAttachmentFile(
	db: Database,
	reviewId: string,
	id: string
): { bytes: Buffer; mediaType: string; fileName: string } {
	const { mediaType, fileName, withdrawnAt } = findAttachmentRow(db, reviewId, id);
	const file = db.select().from(attachmentFiles).where(eq(attachmentFiles.attachmentId, id)).get();
	if (!file || withdrawnAt) throw notFound('attachment', id);
	return { bytes: file.bytes, mediaType, fileName };
}
