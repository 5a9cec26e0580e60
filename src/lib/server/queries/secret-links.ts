/** Finds what a secret link stands for, while it is good. */
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { invitations, memberships } from '../db/schema/memberships.ts';
import { credentials, people } from '../db/schema/people.ts';
import { Problem } from '../problems.ts';
import { digestOf } from '../secret-link.ts';

export type Purpose = 'join' | 'password';

/** Where a link was neither used nor taken back. */
export const isUnused = () => and(isNull(invitations.usedAt), isNull(invitations.revokedAt));

/** Where a link can still be followed. `at`: the time now, ISO 8601. */
export const isGood = (at: string) => and(isUnused(), gt(invitations.expiresAt, at));

/**
 * The row of a link by its token. Throws a Problem link-over when it is used, taken back or older than its days, and
 * in the same words when there never was one. `at`: the time now.
 */
export function findGoodLink(db: Database, purpose: Purpose, token: string, at: string) {
	const row = db
		.select()
		.from(invitations)
		.where(and(eq(invitations.tokenDigest, digestOf(token)), eq(invitations.purpose, purpose), isGood(at)))
		.get();
	if (!row) throw new Problem('link-over', linkOver);
	return row;
}

export const linkOver =
	'It works once and for some days, and can be taken back. Ask whoever gave it to you for a new one.';

/**
 * The person with an e-mail address (as it is kept). `isTheirs`: they have a way to sign in, or belong somewhere, so
 * that no link may be used in their name but by themselves, signed in.
 */
export function findAccount(db: Database, email: string) {
	const person = db.select().from(people).where(eq(people.email, email)).get();
	if (!person) return null;
	const { id, name } = person;
	const way = db.select({ id: credentials.id }).from(credentials).where(eq(credentials.userId, id)).get();
	const membership = db
		.select({ id: memberships.id })
		.from(memberships)
		.where(and(eq(memberships.personId, id), eq(memberships.standing, 'confirmed')))
		.get();
	return { id, name, isTheirs: way !== undefined || membership !== undefined };
}
