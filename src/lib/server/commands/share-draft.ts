/** Shares the draft of a thematic review with the partnership under review, to be checked for accuracy. */
import { eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { Problem } from '../problems.ts';
import { findReviewRow } from '../queries/plan.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * From now on the partnership under review reads the draft. One that is shared already stays as it is. Throws a
 * Problem: not-found for a review that is not there, is closed or is not the actor's to lead; nobody-to-share-with.
 */
export function shareDraft(db: Database, by: By, { review }: { review: string }): void {
	const of = () => findReviewResource(db, review);
	change(db, by, { action: 'share-draft', of }, (note) => {
		if (of()?.reviewKind !== 'thematic-review' || of()?.underReview === null) throw nobody();
		const { organisationId: organisation, draftSharedAt } = findReviewRow(db, review);
		if (draftSharedAt) return;
		db.update(reviews).set({ draftSharedAt: by.at }).where(eq(reviews.id, review)).run();
		note({ verb: 'draft-shared', organisation, review });
	});
}

const nobody = () =>
	new Problem(
		'nobody-to-share-with',
		'The partnership under review has no organisation on this installation. Ask the administrator to add it first.'
	);
