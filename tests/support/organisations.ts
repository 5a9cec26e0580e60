/** Two organisations that share an installation, with people in them, in a database in memory. Everything is invented. */
import { eq } from 'drizzle-orm';
import { operator, type Person, type Role } from '#lib/server/access/actor.ts';
import { addOrganisation } from '#lib/server/commands/add-organisation.ts';
import { addPerson } from '#lib/server/commands/add-person.ts';
import type { By } from '#lib/server/commands/append-event.ts';
import { importReview } from '#lib/server/commands/import-review.ts';
import { loadDocuments } from '#lib/server/commands/load-documents.ts';
import { openDatabase, type Database } from '#lib/server/db/open.ts';
import { memberships } from '#lib/server/db/schema/memberships.ts';
import { sessions } from '#lib/server/db/schema/people.ts';
import { events } from '#lib/server/db/schema/trail.ts';
import { findActor } from '#lib/server/queries/actors.ts';
import { halfBegunReview } from './half-begun-review.ts';

export const at = '2026-03-02T09:30:00.000Z';
export const daysLater = (days: number) => new Date(Date.parse(at) + days * 86_400_000).toISOString();
export const byOperator: By = { actor: operator, at };

export type Organisations = {
	db: Database;
	/** Looks after the installation. */
	inspectorate: string;
	isle: string;
	/** Administrator of the inspectorate. */
	morag: string;
	/** Administrator of the isle. */
	iain: string;
};

export function openOrganisations(): Organisations {
	const db = openDatabase(':memory:');
	loadDocuments(db, at);
	const inspectorate = addOrganisation(db, byOperator, { kind: 'scrutiny-body', name: 'Care inspectors' });
	const isle = addOrganisation(db, byOperator, {
		kind: 'partnership',
		name: 'Isle partnership',
		partnership: 'S37000022'
	});
	return {
		db,
		inspectorate,
		isle,
		morag: join(db, 'Morag', inspectorate, 'administrator'),
		iain: join(db, 'Iain', isle, 'administrator')
	};
}

/** A person with a password and a confirmed role; the e-mail address is their name at example.org. */
export function join(db: Database, name: string, organisation: string, role: Role): string {
	const email = `${name.toLowerCase()}@example.org`;
	return addPerson(db, byOperator, { name, email, organisation, role, passwordHash: `hash of ${name}` });
}

export function as(db: Database, person: string, when: string = at): By {
	const actor = findActor(db, person);
	if (!actor) throw new Error(`There is no person ${person}`);
	return { actor, at: when };
}

/** A session that has begun, without the cookie. */
export function sitDown(db: Database, person: string): void {
	const now = new Date(at);
	const later = new Date(daysLater(1));
	db.insert(sessions)
		.values({
			id: `session-${person}`,
			userId: person,
			token: `token-${person}`,
			expiresAt: later,
			seenAt: now,
			createdAt: now,
			updatedAt: now
		})
		.run();
}

/** How many sessions of a person go on. */
export const sessionsOf = (db: Database, person: string): number =>
	db
		.select()
		.from(sessions)
		.where(eq(sessions.userId, person))
		.all()
		.filter(({ expiresAt }) => expiresAt > new Date(at)).length;

export function membershipsOf(db: Database, person: string) {
	return db.select().from(memberships).where(eq(memberships.personId, person)).all();
}

export const verbsOf = (db: Database): string[] =>
	db
		.select({ verb: events.verb })
		.from(events)
		.all()
		.map(({ verb }) => verb);

/** The half-begun review of the isle, carried out by an organisation; its id. */
export const bringReview = (db: Database, organisation: string): string =>
	importReview(db, halfBegunReview, { ...byOperator, organisation });

/** The person as they are now; a test that loses them ends there. */
export function personNow(db: Database, id: string): Person {
	const person = findActor(db, id);
	if (!person) throw new Error(`There is no person ${id}`);
	return person;
}
