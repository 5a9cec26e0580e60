/** The reviews that an actor may see: what lists show, so that none names another's. */
import type { Sees } from '#lib/pages/withheld.ts';
import type { Actor } from '../access/actor.ts';
import { may, type Action } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { isBlind } from './blind-readings.ts';
import { findReviewResource } from './resources.ts';
import { listReviews, type ReviewWithPartnership } from './reviews.ts';

/** Those with which the actor may do the action; to see them, if nothing else is said. */
export function listVisibleReviews(
	db: Database,
	actor: Actor,
	action: Action = 'see-review'
): ReviewWithPartnership[] {
	return listReviews(db).filter(({ id }) => maySee(db, actor, id, action));
}

export function maySee(db: Database, actor: Actor, review: string, action: Action = 'see-review'): boolean {
	const resource = findReviewResource(db, review);
	return resource !== null && may(actor, action, resource).yes;
}

/**
 * What of a review an actor may see besides its numbers. `hidden`: the readings of a source that are hidden from the
 * actor, where its single answers are asked for; lists of them would tell of those.
 */
export function seesOf(
	db: Database,
	actor: Actor,
	review: string,
	hidden: ReadonlyMap<number, number> = new Map()
): Sees {
	return {
		records: !isBlind(hidden) && maySee(db, actor, review, 'see-records'),
		staffComments: maySee(db, actor, review, 'see-staff-comments')
	};
}
