/** Begins a session of a person, and forgets those that ended more than a day ago. */
import { randomBytes, randomUUID } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { sessions } from '../db/schema/people.ts';
import { findActor } from '../queries/actors.ts';
import type { How } from '../sign-in/occasion.ts';
import { change, notThere } from './change.ts';

export type Beginning = {
	/** Id of the person. */
	person: string;
	how: How | 'renewal';
	userAgent: string | null;
	/** Milliseconds that it lasts however busy it is. */
	lasts: number;
	/** 32 or more random characters, if it has one already. */
	token?: string;
	/** The token that a renewal replaces: its session ends, and the new one ends when that one would have. */
	replaces?: string;
};

const day = 86_400_000;

/** Returns the new row. Throws a Problem not-found when the person is not there. */
export function startSession(
	db: Database,
	at: string,
	{ person, how, userAgent, lasts, token = randomBytes(24).toString('base64url'), replaces }: Beginning
): typeof sessions.$inferSelect {
	const actor = findActor(db, person);
	if (!actor) throw notThere();
	const of = () => ({ kind: 'person', id: person }) as const;
	return change(db, { actor, at }, { action: 'look-after-account', of }, (note) => {
		const now = new Date(at);
		db.delete(sessions)
			.where(lt(sessions.expiresAt, new Date(now.getTime() - day)))
			.run();
		const old = replaces && db.select().from(sessions).where(eq(sessions.token, replaces)).get();
		if (old) db.update(sessions).set({ expiresAt: now }).where(eq(sessions.id, old.id)).run();
		note(
			how === 'renewal'
				? { verb: 'sessions-ended', subject: person, facts: { count: 1, why: 'renewed' } }
				: { verb: 'signed-in', subject: person, facts: { how } }
		);
		return db
			.insert(sessions)
			.values({
				id: randomUUID(),
				userId: person,
				token,
				expiresAt: old ? old.expiresAt : new Date(now.getTime() + lasts),
				seenAt: now,
				userAgent: userAgent?.slice(0, 400) ?? null,
				createdAt: now,
				updatedAt: now
			})
			.returning()
			.get();
	});
}
