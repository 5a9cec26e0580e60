/** For whom somebody speaks among the community. */
import { inArray } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { writingRoles } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';

export type WritingFor = { id: string; name: string; example: boolean };

/** The organisations in whose name the actor shares something: those where they have a role that writes. */
export function listWritingFor(db: Database, actor: Actor): WritingFor[] {
	if (actor.kind !== 'person') return [];
	const ids = actor.memberships
		.filter(({ standing, role }) => standing === 'confirmed' && writingRoles.includes(role))
		.map(({ organisation }) => organisation);
	return db
		.select({ id: organisations.id, name: organisations.name, example: organisations.example })
		.from(organisations)
		.where(inArray(organisations.id, ids))
		.orderBy(organisations.name)
		.all();
}

/** Whether something of this organisation is somebody's own: they speak for it, or write there. */
export const isOwnOf = (db: Database, actor: Actor, organisation: string | null): boolean =>
	organisation !== null &&
	(speaksFor(db, actor) === organisation || listWritingFor(db, actor).some(({ id }) => id === organisation));

/** Id of the organisation that somebody answers for: the first that they write for, else the first they belong to. */
export function speaksFor(db: Database, actor: Actor): string | null {
	if (actor.kind !== 'person') return null;
	const belongs = actor.memberships.find(({ standing }) => standing === 'confirmed')?.organisation;
	return listWritingFor(db, actor)[0]?.id ?? belongs ?? null;
}
