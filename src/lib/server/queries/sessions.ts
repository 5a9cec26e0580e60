/** Sessions: whose a token is and whether it still holds, and those that a person has. */
import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { readied } from '../db/readied.ts';
import { credentials, people, sessions, verifications } from '../db/schema/people.ts';

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

const sessionWithToken = readied((db) =>
	db
		.select()
		.from(sessions)
		.where(eq(sessions.token, sql.placeholder('token')))
		.prepare()
);

/** The session with a token, over or not; null when there is none. `idle`: milliseconds that it may lie unused. */
export function findSession(db: Database, token: string, at: string, idle: number): FoundSession | null {
	const row = sessionWithToken(db).get({ token });
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

/** Id of who gave a right password and is waited for with a code; null when that is over. */
export function findPendingPerson(db: Database, identifier: string, at: string): string | null {
	const row = db
		.select()
		.from(verifications)
		.where(and(eq(verifications.identifier, identifier), gt(verifications.expiresAt, new Date(at))))
		.get();
	return row?.value ?? null;
}

/** How somebody can sign in. */
export function findWaysIn(db: Database, person: string): { password: boolean; provider: boolean } {
	const rows = db
		.select({ provider: credentials.providerId })
		.from(credentials)
		.where(eq(credentials.userId, person))
		.all();
	return {
		password: rows.some(({ provider }) => provider === 'credential'),
		provider: rows.some(({ provider }) => provider !== 'credential')
	};
}

/** E-mail and second factor of a person, for their own account page. */
export function findOwnAccount(
	db: Database,
	person: string
): { email: string; secondFactor: boolean } | null {
	const row = db.select().from(people).where(eq(people.id, person)).get();
	return row ? { email: row.email, secondFactor: row.twoFactorEnabled === true } : null;
}

/** The hash of a person's password; null where they have none. */
export function findPasswordHash(db: Database, person: string): string | null {
	const row = db
		.select({ hash: credentials.password })
		.from(credentials)
		.where(and(eq(credentials.userId, person), eq(credentials.providerId, 'credential')))
		.get();
	return row?.hash ?? null;
}
