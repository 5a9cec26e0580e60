/** A code of an authenticator signs in once: seen over a shoulder, it is no use a moment later. */
import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { verifications } from '../db/schema/people.ts';

/** Longer than any code is taken for, in milliseconds. */
const taken = 120_000;

/** Whether the code was not given for this person a moment ago; then it is now. */
export function useCodeOnce(db: Database, person: string, code: string, at: string): boolean {
	const id = createHash('sha256').update(`${person} ${code}`).digest('hex');
	const now = new Date(at);
	return db.transaction(
		() => {
			db.delete(verifications)
				.where(and(eq(verifications.id, id), lt(verifications.expiresAt, now)))
				.run();
			const { changes } = db
				.insert(verifications)
				.values({
					id,
					identifier: `code-used-${id}`,
					value: person,
					expiresAt: new Date(now.getTime() + taken),
					createdAt: now,
					updatedAt: now
				})
				.onConflictDoNothing()
				.run();
			return changes > 0;
		},
		{ behavior: 'immediate' }
	);
}
