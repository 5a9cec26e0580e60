/** Issues a review: from then on nothing in it changes, and the partnership under review reads it. */
import { eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { FormProblem } from '../problems.ts';
import { findReviewRow } from '../queries/plan.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/** `sure`: somebody confirmed that it is to be so, since it cannot be undone. */
export type IssueAsked = { review: string; sure: boolean };

/**
 * Throws a Problem: not-found for a review that is not there, is closed already or is not the actor's to lead;
 * form-invalid unless they are sure.
 */
export function issueReview(db: Database, by: By, { review, sure }: IssueAsked): void {
	change(db, by, { action: 'issue-review', of: () => findReviewResource(db, review) }, (note) => {
		if (!sure) throw new FormProblem({ sure: 'Confirm that the review is to be issued.' });
		const { organisationId: organisation, version } = findReviewRow(db, review);
		const authorship = { version: version + 1, changedBy: authorOf(by.actor), changedAt: by.at };
		db.update(reviews)
			.set({ issuedAt: by.at, ...authorship })
			.where(eq(reviews.id, review))
			.run();
		note({ verb: 'review-issued', organisation, review });
	});
}
