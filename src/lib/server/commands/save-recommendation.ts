/** Saves a recommendation: its words, what it belongs to, and the findings that it answers. */
import { and, eq } from 'drizzle-orm';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { recommendations } from '../db/schema/conclusions.ts';
import {
	findRecommendationRow,
	keptRecommendation,
	whyRecommendationClosed
} from '../queries/recommendations.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedRecommendation, type RecommendationTexts } from './recommendation-texts.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

/** Throws a Problem: not-found for what is not there or not the actor's to write; form-invalid, field by field. */
export function saveRecommendation(
	db: Database,
	by: By,
	asked: SaveAsked & RecommendationTexts & { review: string; number: string }
): SaveResult {
	const { review } = asked;
	return change(db, by, { action: 'open-conclusions', of: () => findReviewResource(db, review) }, (note) => {
		const row = findRecommendationRow(db, review, asked.number);
		const closed = whyRecommendationClosed(db, row);
		if (closed) return { closed };
		const { texts, values } = checkedRecommendation(db, review, asked);
		const write = (version: number) => {
			db.update(recommendations)
				.set({ ...values, version, changedBy: authorOf(by.actor), changedAt: by.at })
				.where(and(eq(recommendations.reviewId, review), eq(recommendations.number, row.number)))
				.run();
			note({
				verb: 'recommendation-saved',
				review,
				subject: String(row.number),
				facts: { version },
				before: row.text,
				after: texts.text
			});
		};
		return saveOver(keptRecommendation(db, row), texts, asked, write, by.at);
	});
}
