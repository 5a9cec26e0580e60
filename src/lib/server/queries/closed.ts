/** Whether a review takes no more changes, and the words for it. */
import { eq } from 'drizzle-orm';
import { dayAndTime, dayOf } from '#lib/pages/times.ts';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';

/** Why nothing in the review can be changed any more, in a sentence; null while it can. */
export function whyClosed(db: Database, reviewId: string): string | null {
	const review = db
		.select({ issuedAt: reviews.issuedAt, withdrawnAt: reviews.withdrawnAt })
		.from(reviews)
		.where(eq(reviews.id, reviewId))
		.get();
	if (review?.withdrawnAt) return `This review was withdrawn at ${dayAndTime(review.withdrawnAt)}.`;
	if (review?.issuedAt)
		return `This review was issued at ${dayAndTime(review.issuedAt)} and does not change any more.`;
	return null;
}

/** The day on which a review was issued, YYYY-MM-DD; null while it is not. */
export function findIssuedOn(db: Database, reviewId: string): string | null {
	const row = db.select({ issuedAt: reviews.issuedAt }).from(reviews).where(eq(reviews.id, reviewId)).get();
	return row?.issuedAt ? dayOf(row.issuedAt) : null;
}
