/** Says of a judgement whose evidence changed that it was looked at again and stays: what it rests on is what there is now. */
import { and, eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { judgements } from '../db/schema/conclusions.ts';
import { ownJudgements, readiness } from '../db/schema/judging.ts';
import { basisOf } from '../queries/judgement-basis.ts';
import { findJudged, roundOf } from '../queries/judging.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { refuseClosed } from './judgement-texts.ts';

export type LookAgainAsked = {
	review: string;
	element: string;
	/** One's own judgement, and not the one that the review holds. */
	own: boolean;
};

/**
 * Leaves step, reason, author and time as they are. Throws a Problem: not-found for what is not there, was not judged
 * or is not the actor's; changed-meanwhile where the review is closed.
 */
export function lookAgain(db: Database, by: By, { review, element, own }: LookAgainAsked): void {
	const of = () => findReviewResource(db, review);
	change(db, by, { action: 'open-conclusions', of }, (note) => {
		const { kind } = findJudged(db, review, element);
		refuseClosed(db, review);
		const action = own ? 'give-judgement' : kind === 'theme' ? 'agree-judgement' : 'write-conclusions';
		if (!may(by.actor, action, of()!).yes) throw notThere();
		const set = { basis: basisOf(db, review, element) };
		const { changes } = own
			? db
					.update(ownJudgements)
					.set(set)
					.where(
						and(
							eq(ownJudgements.reviewId, review),
							eq(ownJudgements.element, element),
							eq(ownJudgements.personId, authorOf(by.actor)),
							eq(ownJudgements.round, roundOf(db, review, element))
						)
					)
					.run()
			: kind === 'theme'
				? db
						.update(judgements)
						.set(set)
						.where(and(eq(judgements.reviewId, review), eq(judgements.element, element)))
						.run()
				: db
						.update(readiness)
						.set(set)
						.where(and(eq(readiness.reviewId, review), eq(readiness.element, element)))
						.run();
		if (changes === 0) throw notThere();
		note({ verb: 'judgement-looked-at-again', review, subject: element, facts: { own } });
	});
}
