/** Sessions: whose a token is and whether it still holds, and those that a person has. */
import { and, desc, eq, gt } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { people, sessions } from '../db/schema/people.ts';

export type FoundSession = {
	id: string;
	token: string;
	person: string;
	since: Date;
	seenAt: Date;
	userAgent: string | null;
	/** Why it does not hold any more; null while it does. */
	over: 'absolute' | 'idle' | null;
};

/** The session with a token, over or not; null when there is none. `idle`: milliseconds that it may lie unused. */
export function findSession(db: Database, token: string, at: string, idle: number): FoundSession | null {
	const row = db.select().from(sessions).where(eq(sessions.token, token)).get();
	return row ? toFound(row, at, idle) : null;
}

/** The sessions of a person that still hold, the one used last first. */
export function listSessions(db: Database, person: string, at: string, idle: number): FoundSession[] {
	return db
		.select()
		.from(sessions)
		.where(and(eq(sessions.userId, person), gt(sessions.expiresAt, new Date(at))))
		.orderBy(desc(sessions.seenAt))
		.all()
		.map((row) => toFound(row, at, idle))
		.filter(({ over }) => over === null);
}

function toFound(row: typeof sessions.$inferSelect, at: string, idle: number): FoundSession {
	const now = Date.parse(at);
	const seenAt = row.seenAt ?? row.createdAt;
	return {
		id: row.id,
		token: row.token,
		person: row.userId,
		since: row.createdAt,
		seenAt,
		userAgent: row.userAgent,
		over: row.expiresAt.getTime() <= now ? 'absolute' : now - seenAt.getTime() > idle ? 'idle' : null
	};
}

/** The person with this address of e-mail, in any case of letters; null when there is none. */
export function findPersonByEmail(db: Database, email: string): typeof people.$inferSelect | null {
	return db.select().from(people).where(eq(people.email, email.trim().toLowerCase())).get() ?? null;
}
