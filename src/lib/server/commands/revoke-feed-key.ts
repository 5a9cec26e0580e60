/** Revokes one of one's own keys for the feed: from now on it opens nothing. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { feedKeys } from '../db/schema/comparing.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';

/** One that is revoked already stays as it is. Throws a not-found Problem for a key that is nobody's or another's. */
export function revokeFeedKey(db: Database, by: By, id: string): void {
	const { actor } = by;
	if (actor.kind !== 'person') throw notThere();
	const of = () => ({ kind: 'person', id: actor.id }) as const;
	change(db, by, { action: 'look-after-account', of }, (note) => {
		const own = and(eq(feedKeys.id, id), eq(feedKeys.personId, actor.id));
		if (!db.select({ id: feedKeys.id }).from(feedKeys).where(own).get()) throw notThere();
		const { changes } = db
			.update(feedKeys)
			.set({ revokedAt: by.at })
			.where(and(own, isNull(feedKeys.revokedAt)))
			.run();
		if (changes > 0) note({ verb: 'feed-key-revoked', subject: actor.id });
	});
}
