/** Reads where an actor may start a review, and of whom. */
import { asc } from 'drizzle-orm';
import type { Actor, OrganisationKind } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';
import { copied } from '../commands/start-review.ts';
import { listDocuments } from './documents.ts';
import { reviewExists } from './reviews.ts';

export type Starting = {
	/** Organisations that can carry it out, by name. */
	organisations: { id: string; name: string; kind: OrganisationKind }[];
	/** Integration authorities that a scrutiny body can review, by name. */
	partnerships: { code: string; name: string }[];
	/** Whether the worked example is here to be copied. */
	example: boolean;
};

export function loadStarting(db: Database, actor: Actor): Starting {
	return {
		organisations: db
			.select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
			.from(organisations)
			.orderBy(asc(organisations.name))
			.all()
			.filter(({ id }) => may(actor, 'start-review', { kind: 'organisation', id }).yes),
		partnerships: listDocuments(db, 'partnerships')
			.flatMap((list) => list.partnerships)
			.map(({ code, name }) => ({ code, name }))
			.sort((a, b) => a.name.localeCompare(b.name, 'en')),
		example: reviewExists(db, copied)
	};
}
