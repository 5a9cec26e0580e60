/**
 * People for the journeys: put straight into the data folder of a served Cairn, with what they are and may, and signed
 * in without the slow hash of a password. The trail hears of their sessions; the memberships are simply there.
 */
import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import type { Duty, OrganisationKind, Role, Standing } from '#lib/server/access/actor.ts';
import { startSession } from '#lib/server/commands/start-session.ts';
import { openDatabase, type Database } from '#lib/server/db/open.ts';
import { duties, memberships } from '#lib/server/db/schema/memberships.ts';
import { organisations } from '#lib/server/db/schema/organisations.ts';
import { credentials, people } from '#lib/server/db/schema/people.ts';
import { hashPassword } from '#lib/server/sign-in/password-hash.ts';
import { secretOf } from '#lib/server/sign-in/secret.ts';
import { sessionCookieName, signToken } from '#lib/server/sign-in/session-cookie.ts';

export type NewTestPerson = {
	name: string;
	email: string;
	/** Takes half a second; leave it out for who never types one. */
	password?: string;
	/** Of a password that was hashed before, where many people have the same. */
	passwordHash?: string;
	/** `standing`: confirmed, if nothing else is said. */
	memberships?: { organisation: string; role: Role; standing?: Standing }[];
	duties?: { review: string; duty: Duty; standing?: Standing }[];
};

const authorship = () => ({ changedBy: 'operator', changedAt: new Date().toISOString() });

/** `where`: the data folder, or a database that is open. Organisations and reviews are there already. Returns the id. */
export async function addPerson(where: string | Database, added: NewTestPerson): Promise<string> {
	const hash =
		added.passwordHash ?? (added.password === undefined ? null : await hashPassword(added.password));
	return within(where, (db) => {
		const id = randomUUID();
		const now = new Date();
		const times = { createdAt: now, updatedAt: now };
		db.insert(people)
			.values({ id, name: added.name, email: added.email.toLowerCase(), ...times })
			.run();
		if (hash)
			db.insert(credentials)
				.values({
					id: randomUUID(),
					accountId: id,
					providerId: 'credential',
					userId: id,
					password: hash,
					...times
				})
				.run();
		for (const { organisation, role, standing = 'confirmed' } of added.memberships ?? [])
			db.insert(memberships)
				.values({
					id: randomUUID(),
					personId: id,
					organisationId: organisation,
					role,
					standing,
					...authorship()
				})
				.run();
		for (const { review, duty, standing = 'confirmed' } of added.duties ?? [])
			db.insert(duties)
				.values({ id: randomUUID(), personId: id, reviewId: review, duty, standing, ...authorship() })
				.run();
		return id;
	});
}

/** Puts an organisation there under an id of one's own. */
export function addOrganisation(
	where: string | Database,
	added: { id: string; kind: OrganisationKind; name: string; partnership?: string; host?: boolean }
): void {
	within(where, (db) =>
		db
			.insert(organisations)
			.values({ ...added, ...authorship() })
			.run()
	);
}

/** The value of a Cookie header with which a person is signed in at the Cairn that is served out of `folder`. */
export function sessionCookie(folder: string, person: string, origin = 'http://localhost'): string {
	return `${sessionCookieName(origin)}=${signToken(tokenFor(folder, person), secretOf(folder, {}))}`;
}

/** Signs a person in in a browser's window, or in all windows of a context. `address`: of the served Cairn. */
export async function signInAs(
	window: Page | BrowserContext,
	{ folder, address }: { folder: string; address: string },
	person: string
): Promise<void> {
	const context = 'context' in window ? window.context() : window;
	const [name, value] = sessionCookie(folder, person, address).split('=', 2) as [string, string];
	await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Lax' }]);
}

function tokenFor(folder: string, person: string): string {
	const at = new Date().toISOString();
	const beginning = { person, how: 'password', userAgent: 'Test', lasts: 12 * 3_600_000 } as const;
	return within(folder, (db) => startSession(db, at, beginning)).token;
}

function within<Result>(where: string | Database, work: (db: Database) => Result): Result {
	if (typeof where !== 'string') return work(where);
	const db = openDatabase(where);
	try {
		return work(db);
	} finally {
		db.$client.close();
	}
}
