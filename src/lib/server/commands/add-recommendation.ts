/** Adds a recommendation to a review, under the next number. */
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { recommendations } from '../db/schema/conclusions.ts';
import { listRecommendationRows } from '../queries/recommendations.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedRecommendation, type RecommendationTexts } from './recommendation-texts.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

/**
 * Returns its number. Throws a Problem: not-found for a review that is not there, closed, or not the actor's to
 * conclude; form-invalid, also for words that may name somebody and were not confirmed.
 */
export function addRecommendation(
	db: Database,
	by: By,
	asked: RecommendationTexts & { review: string; confirmed?: readonly string[] }
): number {
	const { review, confirmed } = asked;
	return change(db, by, { action: 'write-conclusions', of: () => findReviewResource(db, review) }, (note) => {
		const { texts, values } = checkedRecommendation(db, review, asked);
		refuseIdentifiers({ text: texts.text }, confirmed);
		// A number is never used again: what answers it would answer another.
		const number = Math.max(0, ...listRecommendationRows(db, review).map((row) => row.number)) + 1;
		db.insert(recommendations)
			.values({ ...values, reviewId: review, number, changedBy: authorOf(by.actor), changedAt: by.at })
			.run();
		note({ verb: 'recommendation-added', review, subject: String(number), after: texts.text });
		return number;
	});
}
