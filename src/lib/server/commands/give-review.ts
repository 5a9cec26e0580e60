/** Says which organisation carries a review out, where that was not known or changes. */
import { eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { findOrganisation } from '../queries/organisations.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findReview } from '../queries/reviews.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/** Throws a Problem: not-found for the review, the organisation or whoever may not. */
export function giveReview(
	db: Database,
	by: By,
	{ review, organisation }: { review: string; organisation: string }
): void {
	change(db, by, { action: 'look-after-installation', of: () => installation }, (note) => {
		findReview(db, review);
		findOrganisation(db, organisation);
		const before = findReviewResource(db, review)?.organisation ?? null;
		if (before === organisation) return;
		const kept = db.select({ version: reviews.version }).from(reviews).where(eq(reviews.id, review)).get();
		db.update(reviews)
			.set({
				organisationId: organisation,
				version: (kept?.version ?? 0) + 1,
				changedBy: authorOf(by.actor),
				changedAt: by.at
			})
			.where(eq(reviews.id, review))
			.run();
		note({ verb: 'review-given', organisation, review, facts: { before } });
	});
}
