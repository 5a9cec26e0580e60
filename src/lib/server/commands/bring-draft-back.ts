/** Lets a proposed finding that was dropped be proposed again. */
import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { droppedDrafts } from '../db/schema/conclusions.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * One that was not dropped stays as it is. Throws a Problem not-found for a review that is closed or where the actor
 * may not write.
 */
export function bringDraftBack(db: Database, by: By, { review, key }: { review: string; key: string }): void {
	const of = () => findReviewResource(db, review);
	change(db, by, { action: 'write-conclusions', of }, (note) => {
		const { changes } = db
			.delete(droppedDrafts)
			.where(and(eq(droppedDrafts.reviewId, review), eq(droppedDrafts.key, key)))
			.run();
		if (changes > 0) note({ verb: 'draft-brought-back', review, facts: { key } });
	});
}
