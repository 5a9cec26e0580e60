/** Writes a new person, and a password for one who has none. Only inside a change, which tells the trail. */
import { and, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Database } from '../db/open.ts';
import { credentials, people } from '../db/schema/people.ts';

/** `email` as it is kept; `at` ISO 8601. Returns the id of the person. */
export function insertPerson(
	db: Database,
	at: string,
	{ id = randomUUID(), name, email }: { id?: string; name: string; email: string }
): string {
	const now = new Date(at);
	db.insert(people).values({ id, name, email, createdAt: now, updatedAt: now }).run();
	return id;
}

/** Sets the hash of a person's password, whether or not they had one before. */
export function putPassword(db: Database, at: string, person: string, passwordHash: string): void {
	const now = new Date(at);
	const own = and(eq(credentials.userId, person), eq(credentials.providerId, 'credential'));
	const { changes } = db.update(credentials).set({ password: passwordHash, updatedAt: now }).where(own).run();
	if (changes > 0) return;
	db.insert(credentials)
		.values({
			id: randomUUID(),
			accountId: person,
			providerId: 'credential',
			userId: person,
			password: passwordHash,
			createdAt: now,
			updatedAt: now
		})
		.run();
}
