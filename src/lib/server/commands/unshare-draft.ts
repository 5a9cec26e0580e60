/** Ends the sharing of a draft: the partnership under review does not see it any more. */
import { eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { findReviewRow } from '../queries/plan.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * One that is not shared stays as it is. Throws a Problem not-found for a review that is not there, is closed or is
 * not the actor's to lead.
 */
export function unshareDraft(db: Database, by: By, { review }: { review: string }): void {
	change(db, by, { action: 'share-draft', of: () => findReviewResource(db, review) }, (note) => {
		const { organisationId: organisation, draftSharedAt } = findReviewRow(db, review);
		if (!draftSharedAt) return;
		db.update(reviews).set({ draftSharedAt: null }).where(eq(reviews.id, review)).run();
		note({ verb: 'draft-unshared', organisation, review });
	});
}
