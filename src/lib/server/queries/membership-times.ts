/**
 * From when to when people belonged to organisations, as the trail tells: in its own numbers, which have one order
 * where times may be the same. A membership that the trail does not know of counts from the time kept with it.
 */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { memberships } from '../db/schema/memberships.ts';
import { events } from '../db/schema/trail.ts';

export type MembershipTime = {
	person: string;
	/** Number of the event with which it began; 0 where the trail tells of none. */
	after: number;
	/** Number of the event with which it ended; null while it goes on. */
	before: number | null;
	/** For one that the trail does not know of: since when, ISO 8601. Else empty, which is before every time. */
	from: string;
};

type Belonging = { organisation: string; person: string; roles: Set<string>; after: number };

/** Times with at least one confirmed role, of everybody who belongs or belonged to one of the organisations. */
export function listMembershipTimes(db: Database, organisations: readonly string[]): MembershipTime[] {
	const ids = [...organisations];
	const now = new Map<string, Belonging>();
	const over: MembershipTime[] = [];
	for (const { id, verb, organisation, subject, person, facts } of toldOf(db, ids)) {
		const whose = verb === 'invitation-used' ? person : subject;
		if (organisation === null || whose === null || facts.standing === 'invited') continue;
		const key = keyOf({ organisation, person: whose });
		const belonging = now.get(key) ?? { organisation, person: whose, roles: new Set(), after: id };
		const role = String(facts.role);
		if (verb === 'role-changed') belonging.roles.delete(String(facts.from));
		if (verb === 'membership-revoked') belonging.roles.delete(role);
		else belonging.roles.add(role);
		if (belonging.roles.size > 0) now.set(key, belonging);
		else if (now.delete(key)) over.push({ person: whose, after: belonging.after, before: id, from: '' });
	}
	const untold = confirmedIn(db, ids).filter((confirmed) => !now.has(keyOf(confirmed)));
	return [
		...over,
		...[...now.values()].map(({ person, after }) => ({ person, after, before: null, from: '' })),
		...untold.map(({ person, from }) => ({ person, after: 0, before: null, from }))
	];
}

const keyOf = ({ organisation, person }: { organisation: string; person: string }) =>
	`${organisation} ${person}`;

function toldOf(db: Database, organisations: string[]) {
	const telling = [
		'person-added',
		'invitation-used',
		'membership-confirmed',
		'role-changed',
		'membership-revoked'
	] as const;
	return db
		.select({
			id: events.id,
			verb: events.verb,
			organisation: events.organisation,
			subject: events.subject,
			person: events.person,
			facts: events.facts
		})
		.from(events)
		.where(and(inArray(events.organisation, organisations), inArray(events.verb, [...telling])))
		.orderBy(asc(events.id))
		.all();
}

function confirmedIn(db: Database, organisations: string[]) {
	return db
		.select({
			organisation: memberships.organisationId,
			person: memberships.personId,
			from: memberships.changedAt
		})
		.from(memberships)
		.where(and(inArray(memberships.organisationId, organisations), eq(memberships.standing, 'confirmed')))
		.all();
}
