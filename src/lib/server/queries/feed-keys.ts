/** Reads the keys for the feed. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { feedKeys } from '../db/schema/comparing.ts';

export type FeedKey = Omit<typeof feedKeys.$inferSelect, 'digest' | 'personId'>;

/** Somebody's keys, the newest first, revoked ones too. */
export function listFeedKeys(db: Database, person: string): FeedKey[] {
	const { id, title, madeAt, usedAt, revokedAt } = feedKeys;
	return db
		.select({ id, title, madeAt, usedAt, revokedAt })
		.from(feedKeys)
		.where(eq(feedKeys.personId, person))
		.orderBy(desc(madeAt), id)
		.all();
}

/** The standing key with this digest. */
export function findFeedKey(
	db: Database,
	digest: string
): { id: string; person: string; usedAt: string | null } | null {
	const { id, personId: person, usedAt, revokedAt } = feedKeys;
	const found = db
		.select({ id, person, usedAt })
		.from(feedKeys)
		.where(and(eq(feedKeys.digest, digest), isNull(revokedAt)))
		.get();
	return found ?? null;
}
