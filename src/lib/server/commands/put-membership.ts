/** Writes a membership or a duty: a new one, or one of before that comes to life again. Only inside a change. */
import { and, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { authorOf, rolesOf, type Duty, type Role, type Standing } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { duties, memberships } from '../db/schema/memberships.ts';
import { organisations } from '../db/schema/organisations.ts';
import type { By } from './append-event.ts';

type MembershipOf = { person: string; organisation: string; role: Role };

/** Returns its id. */
export function putMembership(
	db: Database,
	by: By,
	{ person, organisation, role }: MembershipOf,
	standing: Standing
): string {
	const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
	const kept = findMembership(db, { person, organisation, role });
	if (!kept) {
		const id = randomUUID();
		db.insert(memberships)
			.values({ id, personId: person, organisationId: organisation, role, standing, ...authorship })
			.run();
		return id;
	}
	db.update(memberships)
		.set({ standing, version: kept.version + 1, ...authorship })
		.where(eq(memberships.id, kept.id))
		.run();
	return kept.id;
}

export function findMembership(db: Database, { person, organisation, role }: MembershipOf) {
	return db
		.select()
		.from(memberships)
		.where(
			and(
				eq(memberships.personId, person),
				eq(memberships.organisationId, organisation),
				eq(memberships.role, role)
			)
		)
		.get();
}

/** Returns its id. */
export function putDuty(
	db: Database,
	by: By,
	{ person, review, duty }: { person: string; review: string; duty: Duty },
	standing: Standing
): string {
	const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
	const kept = db
		.select()
		.from(duties)
		.where(and(eq(duties.personId, person), eq(duties.reviewId, review), eq(duties.duty, duty)))
		.get();
	if (!kept) {
		const id = randomUUID();
		db.insert(duties)
			.values({ id, personId: person, reviewId: review, duty, standing, ...authorship })
			.run();
		return id;
	}
	db.update(duties)
		.set({ standing, version: kept.version + 1, ...authorship })
		.where(eq(duties.id, kept.id))
		.run();
	return kept.id;
}

/** What is wrong with a role: that this kind of organisation does not give it; null for nothing. */
export function roleFault(db: Database, organisation: string, role: string): string | null {
	const kind = db
		.select({ kind: organisations.kind })
		.from(organisations)
		.where(eq(organisations.id, organisation))
		.get()?.kind;
	const fitting: readonly string[] = kind ? rolesOf[kind] : [];
	return fitting.includes(role) ? null : 'Choose a role that this kind of organisation has.';
}
