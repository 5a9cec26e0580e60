/** Reads who was involved in a review, how, and what changed because of it. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Involvement } from '#lib/evidence/voices.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import { deriveInvolvement, type InvolvementPage } from '#lib/reports/involvement.ts';
import type { Database } from '../db/open.ts';
import { involvement } from '../db/schema/voices.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';
import { whyClosed } from './closed.ts';

type Row = typeof involvement.$inferSelect;

/** What counts, in its order. */
export function listInvolvement(db: Database, reviewId: string): Involvement[] {
	const { slug, stage, groups, number, day, how, changed } = involvement;
	return db
		.select({ id: slug, stage, groups, number, day, how, changed })
		.from(involvement)
		.where(and(eq(involvement.reviewId, reviewId), isNull(involvement.withdrawnAt)))
		.orderBy(asc(involvement.position))
		.all() as Involvement[];
}

/** The row of an entry, withdrawn or not. Throws a not-found Problem. */
export function findInvolvementRow(db: Database, reviewId: string, slug: string): Row {
	const row = db
		.select()
		.from(involvement)
		.where(and(eq(involvement.reviewId, reviewId), eq(involvement.slug, slug)))
		.get();
	if (row) return row;
	throw notFound('entry on who was involved', slug);
}

export function keptInvolvement(db: Database, row: Row): Kept {
	return {
		texts: {
			groups: row.groups.join(' '),
			stage: row.stage,
			day: row.day ?? '',
			number: row.number === null ? '' : String(row.number),
			how: row.how,
			changed: row.changed ?? ''
		},
		version: row.version,
		by: authorName(db, row.changedBy),
		at: row.changedAt
	};
}

/** Why an entry cannot be changed just now: it was withdrawn, or its review is closed. */
export function whyInvolvementClosed(db: Database, row: Row): string | null {
	const closed = whyClosed(db, row.reviewId);
	if (closed || !row.withdrawnAt) return closed;
	return `${authorName(db, row.changedBy)} withdrew this at ${dayAndTime(row.withdrawnAt)}.`;
}

export type WithdrawnInvolvement = { id: string; how: string; when: string };

/** `withdrawn`: for those who may bring an entry back. */
export function loadInvolvementPage(
	db: Database,
	reviewId: string
): { page: InvolvementPage; withdrawn: WithdrawnInvolvement[]; closed: string | null } {
	const rows = db
		.select()
		.from(involvement)
		.where(and(eq(involvement.reviewId, reviewId), isNotNull(involvement.withdrawnAt)))
		.orderBy(asc(involvement.position))
		.all();
	return {
		page: deriveInvolvement(listInvolvement(db, reviewId)),
		withdrawn: rows.map((row) => ({
			id: row.slug,
			how: row.how,
			when: `${dayAndTime(row.withdrawnAt!)}, by ${authorName(db, row.changedBy)}`
		})),
		closed: whyClosed(db, reviewId)
	};
}

/** Throws a not-found Problem. */
export function loadInvolvementEditor(
	db: Database,
	reviewId: string,
	slug: string
): { kept: Kept; withdrawn: boolean; closed: string | null } {
	const row = findInvolvementRow(db, reviewId, slug);
	return {
		kept: keptInvolvement(db, row),
		withdrawn: row.withdrawnAt !== null,
		closed: whyClosed(db, reviewId)
	};
}
