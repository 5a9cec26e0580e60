/** Brings a withdrawn recommendation back, as it was. */
import { and, eq } from 'drizzle-orm';
import type { Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { recommendations } from '../db/schema/conclusions.ts';
import { findRecommendationRow } from '../queries/recommendations.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/** One that is not withdrawn stays as it is. Throws a Problem not-found for what is not there or cannot be changed. */
export function restoreRecommendation(
	db: Database,
	by: By,
	asked: { review: string; number: string }
): Saved {
	const { review } = asked;
	return change(db, by, { action: 'write-conclusions', of: () => findReviewResource(db, review) }, (note) => {
		const row = findRecommendationRow(db, review, asked.number);
		if (!row.withdrawnAt) return { saved: { version: row.version, at: row.changedAt } };
		const version = row.version + 1;
		db.update(recommendations)
			.set({ withdrawnAt: null, version, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(and(eq(recommendations.reviewId, review), eq(recommendations.number, row.number)))
			.run();
		note({
			verb: 'recommendation-restored',
			review,
			subject: String(row.number),
			facts: { version },
			after: row.text
		});
		return { saved: { version, at: by.at } };
	});
}
