/** Sets an agreed judgement aside, to be judged again from the beginning: what was agreed, and of what, stays to be read. */
import { and, eq } from 'drizzle-orm';
import { tidyText } from '#lib/judgement/written-text.ts';
import { authorOf } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { judgements } from '../db/schema/conclusions.ts';
import { readiness, setAsideJudgements } from '../db/schema/judging.ts';
import { Problem, refuseFaults } from '../problems.ts';
import { findAgreed, findAgreedAuthor, findJudged, roundOf } from '../queries/judging.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { refuseClosed } from './judgement-texts.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type SetAsideAsked = {
	review: string;
	element: string;
	/** Why it is judged again. */
	why: string;
	confirmed?: readonly string[];
};

/** Letters. */
const longest = 2000;

/**
 * Of a component the stage and its words stay, as those of one person, until others are agreed. Throws a Problem:
 * not-found; changed-meanwhile where nothing agreed is in force, or the review is closed; form-invalid without a why.
 */
export function setJudgementAside(db: Database, by: By, asked: SetAsideAsked): void {
	const { review, element, confirmed = [] } = asked;
	const of = () => findReviewResource(db, review);
	change(db, by, { action: 'open-conclusions', of }, (note) => {
		const judged = findJudged(db, review, element);
		refuseClosed(db, review);
		if (!may(by.actor, 'agree-judgement', of()!).yes) throw notThere();
		const agreed = findAgreed(db, review, judged);
		if (!agreed)
			throw new Problem('changed-meanwhile', 'Nothing was set aside: no agreed judgement is in force.');
		const why = tidyText(asked.why);
		refuseFaults({
			why:
				why === ''
					? 'Write why it is judged again.'
					: why.length > longest
						? `Write at most ${longest} letters; these are ${why.length}.`
						: null
		});
		refuseIdentifiers({ why }, confirmed);
		const round = roundOf(db, review, element);
		const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
		db.insert(setAsideJudgements)
			.values({
				reviewId: review,
				element,
				round,
				step: agreed.step,
				howDoWeKnow: agreed.howDoWeKnow,
				reason: agreed.reason,
				source: agreed.source,
				agreedBy: findAgreedAuthor(db, review, judged),
				agreedAt: agreed.at,
				why,
				...authorship
			})
			.run();
		const version = agreed.version + 1;
		if (judged.kind === 'theme')
			db.update(judgements)
				.set({ setAsideAt: by.at, version })
				.where(and(eq(judgements.reviewId, review), eq(judgements.element, element)))
				.run();
		else
			db.update(readiness)
				.set({ agreed: null, version, ...authorship })
				.where(and(eq(readiness.reviewId, review), eq(readiness.element, element)))
				.run();
		note({ verb: 'judgement-set-aside', review, subject: element, facts: { round }, reason: why });
	});
}
