/** The reviews that an actor may see: what lists show, so that none names another's. */
import { and, inArray, like } from 'drizzle-orm';
import type { Sees } from '#lib/pages/withheld.ts';
import type { Actor } from '../access/actor.ts';
import { may, type Action } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';
import { isBlind } from './blind-readings.ts';
import { findReviewResource } from './resources.ts';
import { listReviews, type ReviewWithPartnership } from './reviews.ts';

/**
 * Those with which the actor may do the action; to see them, if nothing else is said. Reviews of an invented partnership
 * are listed to its own people alone: there are more than a hundred, and whoever looks round finds them by their links.
 */
export function listVisibleReviews(
	db: Database,
	actor: Actor,
	action: Action = 'see-review'
): ReviewWithPartnership[] {
	return listReviews(db, ownInvented(db, actor)).filter(({ id }) => maySee(db, actor, id, action));
}

/** Codes of the invented partnerships that somebody belongs to. */
function ownInvented(db: Database, actor: Actor): string[] {
	if (actor.kind !== 'person' || !actor.demo) return [];
	const own = actor.memberships
		.filter(({ standing }) => standing === 'confirmed')
		.map(({ organisation }) => organisation);
	return db
		.select({ code: organisations.partnership })
		.from(organisations)
		.where(and(inArray(organisations.id, own), like(organisations.partnership, 'X%')))
		.all()
		.flatMap(({ code }) => code ?? []);
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
