/** Reads the notes of a source and the passages in them as they are worked on, withdrawn or not. */
import { and, asc, eq } from 'drizzle-orm';
import { elementChoices } from '#lib/pages/element-choices.ts';
import type { ElementChoice } from '#lib/pages/find-choices.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import type { Database } from '../db/open.ts';
import { sources } from '../db/schema/evidence.ts';
import { notes, passages } from '../db/schema/voices.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';
import { whyClosed } from './closed.ts';
import { listDocuments } from './documents.ts';
import { findReview } from './reviews.ts';

export type SourceRow = typeof sources.$inferSelect;
export type NoteRow = typeof notes.$inferSelect;
export type PassageRow = typeof passages.$inferSelect;

/** Throws a not-found Problem. */
export function findSourceRow(db: Database, reviewId: string, slug: string): SourceRow {
	const row = db
		.select()
		.from(sources)
		.where(and(eq(sources.reviewId, reviewId), eq(sources.slug, slug)))
		.get();
	if (row) return row;
	throw notFound(`source in review ${reviewId}`, slug);
}

export function listNoteRows(db: Database, key: number): NoteRow[] {
	return db.select().from(notes).where(eq(notes.sourceId, key)).orderBy(asc(notes.position)).all();
}

/** Throws a not-found Problem that lists the notes there are. */
export function findNoteRow(db: Database, source: SourceRow, slug: string): NoteRow {
	const rows = listNoteRows(db, source.id);
	const row = rows.find((each) => each.slug === slug);
	if (row) return row;
	throw notFound(
		`note of “${source.title}”`,
		slug,
		rows.map((each) => each.slug)
	);
}

export function listPassageRows(db: Database, key: number): PassageRow[] {
	return db
		.select()
		.from(passages)
		.where(eq(passages.sourceId, key))
		.orderBy(asc(passages.position), asc(passages.slug))
		.all();
}

/** Throws a not-found Problem. */
export function findPassageRow(db: Database, source: SourceRow, slug: string): PassageRow {
	const row = db
		.select()
		.from(passages)
		.where(and(eq(passages.sourceId, source.id), eq(passages.slug, slug)))
		.get();
	if (row) return row;
	throw notFound(`passage of “${source.title}”`, slug);
}

export function keptNote(db: Database, row: NoteRow): Kept {
	return {
		texts: { title: row.title, day: row.day ?? '', text: row.text },
		version: row.version,
		by: authorName(db, row.changedBy),
		at: row.changedAt
	};
}

/** A passage as its form has it; `elements` are codes with spaces between. */
export function keptPassage(db: Database, row: PassageRow): Kept {
	return {
		texts: {
			words: row.text,
			elements: row.elements.join(' '),
			direction: row.direction ?? '',
			quotation: row.quotation ? 'yes' : '',
			saidBy: row.saidBy ?? ''
		},
		version: row.version,
		by: authorName(db, row.changedBy),
		at: row.changedAt
	};
}

/** Why nothing in a source can be changed, in a sentence: its review is closed, or it was withdrawn; null while it can. */
export function whySourceClosed(db: Database, source: SourceRow): string | null {
	const closed = whyClosed(db, source.reviewId);
	if (closed || !source.withdrawnAt) return closed;
	return `This source was withdrawn at ${dayAndTime(source.withdrawnAt)}.`;
}

/** The same for a note or a passage. */
export function whyPartClosed(
	db: Database,
	source: SourceRow,
	row: NoteRow | PassageRow,
	what: 'note' | 'passage'
): string | null {
	const closed = whySourceClosed(db, source);
	if (closed || !row.withdrawnAt) return closed;
	return `${authorName(db, row.changedBy)} withdrew this ${what} at ${dayAndTime(row.withdrawnAt)}.`;
}

/** The elements with which the evidence of a review can be tagged. Throws a not-found Problem. */
export function listElementChoices(db: Database, reviewId: string): ElementChoice[] {
	return elementChoices(listDocuments(db, 'framework'), findReview(db, reviewId).frameworks);
}

/** Whether something was found to mark in, in words that a form shows; for elements by code. */
export const unknownElement = (code: string) =>
	`There is no element with the code “${code}” in the frameworks of this review.`;
