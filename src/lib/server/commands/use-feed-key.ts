/**
 * Remembers when a key for the feed was used last, to the minute, so that its owner sees which one nobody needs. It
 * tells the trail nothing: it changes nothing that anybody made.
 */
import { eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { feedKeys } from '../db/schema/comparing.ts';

export function useFeedKey(db: Database, id: string, at: string): void {
	db.update(feedKeys).set({ usedAt: at }).where(eq(feedKeys.id, id)).run();
}
