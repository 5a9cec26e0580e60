/** Reads the plan of a review: what is written about it, how far it is shared, and why it may be closed. */
import { eq } from 'drizzle-orm';
import { textOfParagraphs } from '#lib/judgement/written-text.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';
import { reviews } from '../db/schema/reviews.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';
import { whyClosed } from './closed.ts';
import { findReviewResource } from './resources.ts';

type Row = typeof reviews.$inferSelect;

/** Throws a not-found Problem. */
export function findReviewRow(db: Database, id: string): Row {
	const row = db.select().from(reviews).where(eq(reviews.id, id)).get();
	if (!row) throw notFound('review', id);
	return row;
}

export function keptPlan(db: Database, row: Row): Kept {
	return {
		texts: { title: row.title, from: row.from, to: row.to, about: textOfParagraphs(row.about) },
		version: row.version,
		by: authorName(db, row.changedBy),
		at: row.changedAt
	};
}

export type Plan = {
	kept: Kept;
	closed: string | null;
	kind: Row['kind'];
	/** Name of the organisation that carries it out; null where there is none. */
	organisation: string | null;
	/** Name of the organisation under review, where it is on this installation and is another. */
	underReview: string | null;
	draftSharedAt: string | null;
	issuedAt: string | null;
	withdrawnAt: string | null;
};

/** Throws a not-found Problem. */
export function loadPlan(db: Database, id: string): Plan {
	const row = findReviewRow(db, id);
	const resource = findReviewResource(db, id);
	return {
		kept: keptPlan(db, row),
		closed: whyClosed(db, id),
		kind: row.kind,
		organisation: nameOf(db, row.organisationId),
		underReview: nameOf(db, resource?.underReview ?? null),
		draftSharedAt: row.draftSharedAt,
		issuedAt: row.issuedAt,
		withdrawnAt: row.withdrawnAt
	};
}

function nameOf(db: Database, organisation: string | null): string | null {
	if (organisation === null) return null;
	const row = db
		.select({ name: organisations.name })
		.from(organisations)
		.where(eq(organisations.id, organisation))
		.get();
	return row?.name ?? null;
}
