/** Changes one's own password, and ends all one's other sessions with it. */
import { eq, and } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { sessions } from '../db/schema/people.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { endSessions } from './end-sessions.ts';
import { putPassword } from './insert-person.ts';

/**
 * `session`: id of the one that goes on; from now on under `token`, so that a cookie that was copied before is worth
 * nothing. Throws a Problem not-found for who is no person.
 */
export function setOwnPassword(
	db: Database,
	by: By,
	{ passwordHash, session, token }: { passwordHash: string; session: string; token: string }
): void {
	const { actor, at } = by;
	if (actor.kind !== 'person') throw notThere();
	const of = () => ({ kind: 'person', id: actor.id }) as const;
	change(db, by, { action: 'look-after-account', of }, (note) => {
		putPassword(db, at, actor.id, passwordHash);
		note({ verb: 'password-changed', subject: actor.id, facts: { how: 'account' } });
		endSessions(db, by, actor.id, note, { butNot: session, why: 'password' });
		db.update(sessions)
			.set({ token, updatedAt: new Date(at) })
			.where(and(eq(sessions.id, session), eq(sessions.userId, actor.id)))
			.run();
	});
}
