/**
 * Remembers when a session was used last, to the minute, so that one that lies idle can be ended. It tells the trail
 * nothing: it changes nothing that anybody made.
 */
import { eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { sessions } from '../db/schema/people.ts';

export function seeSession(db: Database, id: string, at: string): void {
	db.update(sessions)
		.set({ seenAt: new Date(at) })
		.where(eq(sessions.id, id))
		.run();
}
