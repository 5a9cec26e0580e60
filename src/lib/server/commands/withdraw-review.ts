/** Withdraws a review: nothing of it is erased, only its lead sees it still, and it can be brought back. */
import { eq } from 'drizzle-orm';
import { tidyText } from '#lib/judgement/written-text.ts';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { FormProblem } from '../problems.ts';
import { whyClosed } from '../queries/closed.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type WithdrawAsked = {
	review: string;
	/** Why; kept with the event. */
	reason: string;
	/** What looks like an identifier in the reason and was confirmed as naming nobody. */
	confirmed?: readonly string[];
};

/** Letters. */
const longest = 2000;

/**
 * `closed` when it is withdrawn already. Throws a Problem: not-found for a review that is not there or that the actor
 * does not lead; form-invalid without a reason, or for one that may name somebody.
 */
export function withdrawReview(
	db: Database,
	by: By,
	{ review, reason, confirmed = [] }: WithdrawAsked
): Exclude<SaveResult, { conflict: unknown } | { found: unknown }> {
	const why = tidyText(reason);
	return change(db, by, { action: 'withdraw-review', of: () => findReviewResource(db, review) }, (note) => {
		const kept = db.select().from(reviews).where(eq(reviews.id, review)).get()!;
		if (kept.withdrawnAt) return { closed: whyClosed(db, review)! };
		if (why === '') throw new FormProblem({ reason: 'Write why it is withdrawn.' });
		if (why.length > longest) throw new FormProblem({ reason: `Write at most ${longest} letters.` });
		refuseIdentifiers({ reason: why }, confirmed);
		const version = kept.version + 1;
		db.update(reviews)
			.set({ withdrawnAt: by.at, version, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(eq(reviews.id, review))
			.run();
		note({ verb: 'review-withdrawn', organisation: kept.organisationId, review, reason: why });
		return { saved: { version, at: by.at } };
	});
}
