/** Takes a second factor off for somebody who has lost authenticator and recovery codes alike, and ends their sessions. */
import { eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { people, twoFactors } from '../db/schema/people.ts';
import { Problem } from '../problems.ts';
import { findAccount } from '../queries/secret-links.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { endSessions } from './end-sessions.ts';
import { keptEmail } from './name-faults.ts';

/** Returns the id of the person. Throws a Problem not-found when nobody has the address, or has no second factor. */
export function removeSecondFactor(db: Database, by: By, email: string): string {
	const address = keptEmail(email);
	const id = findAccount(db, address)?.id;
	if (id === undefined) throw new Problem('not-found', `Nobody has the address ${address}.`);
	const of = () => ({ kind: 'person', id }) as const;
	return change(db, by, { action: 'look-after-account', of }, (note) => {
		const { changes } = db.delete(twoFactors).where(eq(twoFactors.userId, id)).run();
		if (changes === 0) throw new Problem('not-found', `${address} has no second factor.`);
		db.update(people)
			.set({ twoFactorEnabled: false, updatedAt: new Date(by.at) })
			.where(eq(people.id, id))
			.run();
		note({ verb: 'second-factor-off', subject: id });
		endSessions(db, by, id, note, { why: 'asked' });
		return id;
	});
}
