/** Chooses a new password by a link, and ends every session of the person. */
import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { invitations } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { Problem } from '../problems.ts';
import { findActor } from '../queries/actors.ts';
import { findGoodLink, linkOver, isUnused } from '../queries/secret-links.ts';
import { change } from './change.ts';
import { endSessions } from './end-sessions.ts';
import { putPassword } from './insert-person.ts';

/** A second factor stays as it is. Returns the id of the person. Throws a Problem: link-over. */
export function usePasswordLink(
	db: Database,
	at: string,
	{ token, passwordHash }: { token: string; passwordHash: string }
): string {
	return db.transaction(
		() => {
			const link = findGoodLink(db, 'password', token, at);
			const id = db.select({ id: people.id }).from(people).where(eq(people.email, link.email)).get()?.id;
			const actor = id === undefined ? undefined : findActor(db, id);
			if (!actor) throw new Problem('link-over', linkOver);
			const of = () => ({ kind: 'person', id: actor.id }) as const;
			change(db, { actor, at }, { action: 'look-after-account', of }, (note) => {
				const { changes } = db
					.update(invitations)
					.set({ usedAt: at, changedBy: actor.id, changedAt: at })
					.where(and(eq(invitations.id, link.id), isUnused()))
					.run();
				if (changes === 0) throw new Problem('link-over', linkOver);
				putPassword(db, at, actor.id, passwordHash);
				note({ verb: 'password-changed', subject: actor.id, facts: { how: 'link' } });
				endSessions(db, { actor, at }, actor.id, note, { why: 'password' });
			});
			return actor.id;
		},
		{ behavior: 'immediate' }
	);
}
