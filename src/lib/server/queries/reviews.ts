/** Reads reviews. */
import { asc, eq, inArray, like, not, or } from 'drizzle-orm';
import { erasedNotice, erasedStanding } from '#lib/pages/retention-words.ts';
import type { Review } from '#lib/reports/bundle.ts';
import type { Database } from '../db/open.ts';
import { programmes, reviews } from '../db/schema/reviews.ts';
import { notFoundAmong } from '../problems.ts';
import { findPlace } from './partnerships.ts';
import { findErasedAt } from './retention.ts';

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
		independent: row.independent,
		carriedFrom: row.carriedFrom,
		...standingOf(db, row),
		partnershipName: findPlace(db, row.partnership)?.name ?? row.partnership
	};
}

const longestStanding = 60;

/** What every page must say of a review, and first of all that its records are gone. */
function standingOf(
	db: Database,
	{ id, standing, notice }: Row['reviews']
): Pick<Review, 'standing' | 'notice'> {
	const at = findErasedAt(db, id);
	if (at === null) return { standing, notice };
	const both = [erasedStanding(at), ...(standing === null ? [] : [standing])].join(' · ');
	return {
		standing: both.length > longestStanding ? erasedStanding(at) : both,
		notice: [erasedNotice(at), ...(notice === null ? [] : [notice])].join(' ')
	};
}

/** Those of invented partnerships are many, and only told of where their codes are given. */
export function listReviews(db: Database, invented: readonly string[] = []): ReviewWithPartnership[] {
	return select(db)
		.where(listed(invented))
		.orderBy(asc(reviews.from), asc(reviews.id))
		.all()
		.map((row) => toReview(db, row));
}

const listed = (invented: readonly string[]) =>
	or(not(like(reviews.partnership, 'X%')), inArray(reviews.partnership, [...invented]));

/** Throws a not-found Problem that lists the reviews there are. */
export function findReview(db: Database, id: string): ReviewWithPartnership {
	const row = select(db).where(eq(reviews.id, id)).get();
	if (row) return toReview(db, row);
	const known = db.select({ id: reviews.id }).from(reviews).where(listed([])).all();
	throw notFoundAmong(
		'review',
		id,
		known.map((review) => review.id)
	);
}

export function reviewExists(db: Database, id: string): boolean {
	return db.select({ id: reviews.id }).from(reviews).where(eq(reviews.id, id)).get() !== undefined;
}
