/** Reads reviews. */
import { asc, eq } from 'drizzle-orm';
import type { Review } from '#lib/reports/bundle.ts';
import type { Database } from '../db/open.ts';
import { programmes, reviews } from '../db/schema/reviews.ts';
import { notFound } from '../problems.ts';
import { listDocuments } from './documents.ts';

/** A review with the plain name of its partnership. */
export type ReviewWithPartnership = Review & { partnershipName: string };

function select(db: Database) {
	return db.select().from(reviews).leftJoin(programmes, eq(reviews.programmeId, programmes.id)).$dynamic();
}

type Row = { reviews: typeof reviews.$inferSelect; programmes: typeof programmes.$inferSelect | null };

function toReview(db: Database, { reviews: row, programmes: programme }: Row): ReviewWithPartnership {
	return {
		id: row.id,
		kind: row.kind,
		title: row.title,
		partnership: row.partnership,
		programme,
		from: row.from,
		to: row.to,
		frameworks: row.frameworks,
		quantityScale: row.quantityScale,
		evaluationScale: row.evaluationScale,
		about: row.about,
		standing: row.standing,
		notice: row.notice,
		partnershipName: partnershipName(db, row.partnership)
	};
}

function partnershipName(db: Database, code: string): string {
	const known = listDocuments(db, 'partnerships').flatMap((list) => list.partnerships);
	return known.find((partnership) => partnership.code === code)?.name ?? code;
}

export function listReviews(db: Database): ReviewWithPartnership[] {
	return select(db)
		.orderBy(asc(reviews.from), asc(reviews.id))
		.all()
		.map((row) => toReview(db, row));
}

/** Throws a not-found Problem that lists the reviews there are. */
export function findReview(db: Database, id: string): ReviewWithPartnership {
	const row = select(db).where(eq(reviews.id, id)).get();
	if (row) return toReview(db, row);
	const known = db.select({ id: reviews.id }).from(reviews).all();
	throw notFound(
		'review',
		id,
		known.map((review) => review.id)
	);
}

export function reviewExists(db: Database, id: string): boolean {
	return db.select({ id: reviews.id }).from(reviews).where(eq(reviews.id, id)).get() !== undefined;
}
