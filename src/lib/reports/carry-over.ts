/**
 * What comes along from last year's review into this year's: its evidence and its readiness, each to be confirmed; and
 * its improvement actions, so that the new review opens on what it was said would be done. What was concluded stays
 * behind: findings, evaluations, narratives, recommendations and checklists are written anew. Pure, from bundle to bundle.
 */
import type { Bundle } from './bundle.ts';

export type NewReview = {
	id: string;
	title: string;
	/** YYYY-MM-DD, the first and last day of the new period. */
	from: string;
	to: string;
	/** Paragraphs; none: as last year. */
	about: readonly string[];
};

/** The new review, under its own id. Of a source that was to be confirmed last year already the same is true still. */
export function carryOver(last: Bundle, { about, ...review }: NewReview): Bundle {
	return {
		...last,
		review: {
			...last.review,
			...review,
			about: about.length > 0 ? [...about] : last.review.about,
			carriedFrom: last.review.id
		},
		sources: last.sources.map((source) => ({ ...source, toConfirm: true })),
		involvement: [],
		narratives: [],
		findings: [],
		evaluations: [],
		recommendations: [],
		selfChecks: undefined,
		readiness: last.readiness.map((each) => ({ ...each, toConfirm: true, agreed: null })),
		actions: last.actions.map((action) => ({
			...action,
			recommendation: null,
			carriedFrom: `${last.review.id}/${action.id}`
		}))
	};
}
