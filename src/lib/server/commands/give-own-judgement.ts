/**
 * Gives one's own judgement of a theme or component, before one sees anybody else's. Nothing is worked out, suggested
 * or filled in. It can be changed until one is agreed. The trail tells that it was given, and nothing of what it is.
 */
import type { OwnJudgement } from '#lib/judgement/own-judgement.ts';
import type { Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { ownJudgements } from '../db/schema/judging.ts';
import { Problem } from '../problems.ts';
import { basisOf } from '../queries/judgement-basis.ts';
import { findAgreed, findJudged, findOwnRow, findPerspective, roundOf } from '../queries/judging.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { checkedPerspective, keepPerspective } from './choose-perspective.ts';
import {
	checkedJudgement,
	refuseAgreed,
	refuseClosed,
	refuseWithoutFinding,
	type WrittenJudgement
} from './judgement-texts.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type OwnJudgementAsked = WrittenJudgement & {
	review: string;
	/** Code of the theme or component. */
	element: string;
	/** Of a self-evaluation: from where one sees the work, unless that was said before. */
	perspective?: string;
	/** That it was written over; 0 for the first. */
	version: number;
	confirmed?: readonly string[];
};

/**
 * Throws a Problem: not-found for what is not there or not the actor's to judge; form-invalid without a step, a reason
 * or a perspective, or for a reason that may name somebody; finding-needed; judged-already; changed-meanwhile where it
 * was given from elsewhere, or the review is closed, or nobody is asked to judge alone.
 */
export function giveOwnJudgement(db: Database, by: By, asked: OwnJudgementAsked): Saved {
	const { review, element, version: from, confirmed = [] } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-conclusions', of }, (note) => {
		const { actor } = by;
		if (actor.kind !== 'person') throw notThere();
		const judged = findJudged(db, review, element);
		refuseClosed(db, review);
		if (!may(actor, 'give-judgement', of()!).yes) throw notThere();
		refuseAgreed(findAgreed(db, review, judged));
		if (!judged.independent)
			throw new Problem(
				'changed-meanwhile',
				'Nothing was saved: nobody is asked to judge alone in this self-evaluation.'
			);
		const written = checkedJudgement(asked, judged);
		refuseWithoutFinding(db, review, judged.kind, element);
		const perspective = judged.kind === 'theme' ? null : perspectiveOf(db, review, actor.id, asked);
		const round = roundOf(db, review, element);
		const kept = findOwnRow(db, review, element, actor.id, round);
		if (kept && isSame(kept, { ...written, perspective }))
			return { saved: { version: kept.version, at: kept.changedAt } };
		if (from !== (kept?.version ?? 0))
			throw new Problem(
				'changed-meanwhile',
				'Nothing was saved: your judgement was changed from another window, or is asked for anew. Look at it, then save again.'
			);
		refuseIdentifiers({ reason: written.reason }, confirmed, { reason: kept?.reason ?? '' });
		if (perspective) keepPerspective(db, by, note, review, perspective);
		const version = from + 1;
		const row = {
			...written,
			perspective,
			basis: basisOf(db, review, element),
			version,
			changedBy: authorOf(actor),
			changedAt: by.at
		};
		db.insert(ownJudgements)
			.values({ reviewId: review, element, personId: actor.id, round, ...row })
			.onConflictDoUpdate({
				target: [ownJudgements.reviewId, ownJudgements.element, ownJudgements.personId, ownJudgements.round],
				set: row
			})
			.run();
		note({ verb: 'own-judgement-given', review, subject: element, facts: { version, round } });
		return { saved: { version, at: by.at } };
	});
}

/** What was said before holds, unless something else is said now. */
function perspectiveOf(db: Database, review: string, person: string, asked: OwnJudgementAsked) {
	const said = findPerspective(db, review, person);
	return said !== null && !asked.perspective ? said : checkedPerspective(asked.perspective ?? '');
}

type Given = Pick<OwnJudgement, 'step' | 'howDoWeKnow' | 'reason' | 'perspective'>;
const isSame = (kept: Given, written: Given) =>
	kept.step === written.step &&
	kept.howDoWeKnow === written.howDoWeKnow &&
	kept.reason === written.reason &&
	kept.perspective === written.perspective;
