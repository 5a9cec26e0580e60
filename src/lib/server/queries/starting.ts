/** Reads where an actor may start a review, and of whom. */
import { asc, desc, inArray, isNull, and } from 'drizzle-orm';
import type { Actor, OrganisationKind } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';
import { copied } from '../commands/start-review.ts';
import { reviews } from '../db/schema/reviews.ts';
import { listPlaces } from './partnerships.ts';
import { reviewExists } from './reviews.ts';
import { maySee } from './visible-reviews.ts';

export type Starting = {
	/** Organisations that can carry it out, by name. */
	organisations: { id: string; name: string; kind: OrganisationKind }[];
	/** Integration authorities that a scrutiny body can review, by name. */
	partnerships: { code: string; name: string }[];
	/** Earlier reviews of these organisations from which another can start, the latest first. */
	earlier: { id: string; title: string; organisation: string; to: string }[];
	/** Whether the worked example is here to be copied. */
	example: boolean;
};

export function loadStarting(db: Database, actor: Actor): Starting {
	const carriers = db
		.select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
		.from(organisations)
		.orderBy(asc(organisations.name))
		.all()
		.filter(({ id }) => may(actor, 'start-review', { kind: 'organisation', id }).yes);
	return {
		organisations: carriers,
		partnerships: listPlaces(db, 'real').map(({ code, name }) => ({ code, name })),
		earlier: listEarlier(
			db,
			actor,
			carriers.map(({ id }) => id)
		),
		example: reviewExists(db, copied)
	};
}

function listEarlier(db: Database, actor: Actor, carriers: readonly string[]): Starting['earlier'] {
	return db
		.select({ id: reviews.id, title: reviews.title, organisation: reviews.organisationId, to: reviews.to })
		.from(reviews)
		.where(and(inArray(reviews.organisationId, [...carriers]), isNull(reviews.withdrawnAt)))
		.orderBy(desc(reviews.to), asc(reviews.id))
		.all()
		.flatMap(({ organisation, ...review }) =>
			organisation !== null && maySee(db, actor, review.id, 'open-plan') ? [{ ...review, organisation }] : []
		);
}
