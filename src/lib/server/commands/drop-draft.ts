/** Drops a finding that was proposed from the evidence, so that it is not proposed again while that says the same. */
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { droppedDrafts } from '../db/schema/conclusions.ts';
import { notFound } from '../problems.ts';
import { listProposals } from '../queries/findings-page.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * One that is dropped already stays so. Throws a Problem not-found for what is not proposed, and for a review that is
 * closed or where the actor may not write.
 */
export function dropDraft(db: Database, by: By, { review, key }: { review: string; key: string }): void {
	const of = () => findReviewResource(db, review);
	change(db, by, { action: 'write-conclusions', of }, (note) => {
		const draft = listProposals(db, review).find((each) => each.key === key);
		if (!draft) throw notFound('proposed finding', key);
		const { changes } = db
			.insert(droppedDrafts)
			.values({ reviewId: review, key, changedBy: authorOf(by.actor), changedAt: by.at })
			.onConflictDoNothing()
			.run();
		if (changes > 0) note({ verb: 'draft-dropped', review, subject: draft.element, before: draft.text });
	});
}
