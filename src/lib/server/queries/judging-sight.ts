/**
 * Who sees whose own judgement. Whoever may still judge an element, and has not, sees nobody else's: not what it is,
 * nor by whom, nor how many there are. Once one is agreed, all who see the moderation see the ones that it was made of.
 */
import type { OwnJudgement } from '#lib/judgement/own-judgement.ts';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { findAgreed, findOwnRow, listOwn, roundOf, type Named } from './judging.ts';
import { findReviewResource } from './resources.ts';

/** Whether the actor may see the own judgements of the present round. */
export function seesOwnJudgements(db: Database, actor: Actor, review: string, named: Named): boolean {
	const resource = findReviewResource(db, review);
	if (!resource || !may(actor, 'see-moderation', resource).yes) return false;
	if (findAgreed(db, review, named)) return true;
	if (!may(actor, 'open-conclusions', resource).yes) return false;
	// Nobody can judge it any more; one that is withdrawn can be brought back.
	if (resource.issued) return true;
	if (actor.kind !== 'person') return false;
	const round = roundOf(db, review, named.code);
	return findOwnRow(db, review, named.code, actor.id, round) !== undefined;
}

/** The own judgements of the present round; null where the actor may not see them. */
export function listOwnSeen(db: Database, actor: Actor, review: string, named: Named): OwnJudgement[] | null {
	if (!seesOwnJudgements(db, actor, review, named)) return null;
	return listOwn(db, review, named.code, roundOf(db, review, named.code));
}
