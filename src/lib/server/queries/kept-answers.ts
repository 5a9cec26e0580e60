/** Finds, for each instrument, a source of a kept review that has answers to it: the review that ends last. */
import type { KeptAnswers } from '#lib/pages/standard-page.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { listSources } from './sources.ts';
import { listVisibleReviews } from './visible-reviews.ts';

/** By id@edition of the instrument; without an entry where no review that the actor may see has answers to it. */
export function listKeptAnswers(db: Database, actor: Actor): Map<string, KeptAnswers> {
	const kept = new Map<string, KeptAnswers>();
	const latestFirst = listVisibleReviews(db, actor).sort((a, b) => b.to.localeCompare(a.to));
	for (const review of latestFirst)
		for (const { id, instrument, recordCount } of listSources(db, review.id))
			if (instrument !== null && recordCount > 0 && !kept.has(instrument))
				kept.set(instrument, {
					place: `${review.partnershipName}, ${review.to.slice(0, 4)}`,
					sourceHref: `/reviews/${review.id}/evidence/${id}`
				});
	return kept;
}
