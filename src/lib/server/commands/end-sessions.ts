/**
 * Ends sessions. An ended one is kept for a day, so that what was being written when it ended goes on only under the
 * name of who wrote it.
 */
import { and, eq, gt, ne } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { sessions } from '../db/schema/people.ts';
import { findActor } from '../queries/actors.ts';
import type { By } from './append-event.ts';
import { change, notThere, type Asked, type NoteEvent } from './change.ts';

export type Ending = {
	/** Only the session with this id. */
	only?: string;
	/** All but the session with this id. */
	butNot?: string;
	/** In a word: password, role, asked. */
	why: 'password' | 'role' | 'asked' | 'idle' | 'absolute';
};

/**
 * Ends sessions of a person inside the transaction of another change (a new password, another role), with its own
 * event where there were any. Returns how many ended.
 */
export function endSessions(
	db: Database,
	{ at }: By,
	person: string,
	note: NoteEvent,
	{ only, butNot, why }: Ending = { why: 'role' }
): number {
	const now = new Date(at);
	const { changes } = db
		.update(sessions)
		.set({ expiresAt: now })
		.where(
			and(
				eq(sessions.userId, person),
				gt(sessions.expiresAt, now),
				only === undefined ? undefined : eq(sessions.id, only),
				butNot === undefined ? undefined : ne(sessions.id, butNot)
			)
		)
		.run();
	if (changes > 0) note({ verb: 'sessions-ended', subject: person, facts: { count: changes, why } });
	return changes;
}

/** Ends sessions of the person who asks for it. Returns how many ended. */
export function endOwnSessions(db: Database, by: By, ending: Ending): number {
	const { actor } = by;
	if (actor.kind !== 'person') throw notThere();
	return change(db, by, ofPerson(actor.id), (note) => endSessions(db, by, actor.id, note, ending));
}

/** Signs out: ends the one session, and says so. */
export function signOut(db: Database, by: By, session: string): void {
	const { actor } = by;
	if (actor.kind !== 'person') return;
	change(db, by, ofPerson(actor.id), (note) => {
		const { changes } = db
			.update(sessions)
			.set({ expiresAt: new Date(by.at) })
			.where(and(eq(sessions.id, session), eq(sessions.userId, actor.id)))
			.run();
		if (changes > 0) note({ verb: 'signed-out', subject: actor.id });
	});
}

/** A session that lay unused too long ends for good, so that putting the limit up does not bring it back. */
export function endIdleSession(
	db: Database,
	at: string,
	{ id, person }: { id: string; person: string }
): void {
	const actor = findActor(db, person);
	if (!actor) return;
	const by = { actor, at };
	change(db, by, ofPerson(person), (note) => endSessions(db, by, person, note, { only: id, why: 'idle' }));
}

const ofPerson = (id: string): Asked => ({
	action: 'look-after-account',
	of: () => ({ kind: 'person', id })
});
