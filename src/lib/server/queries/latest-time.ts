/** The time of the last thing that the trail tells of. */
import { max } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { events } from '../db/schema/trail.ts';

/** ISO 8601; null when nothing has happened yet. */
export function latestTime(db: Database): string | null {
	return (
		db
			.select({ at: max(events.at) })
			.from(events)
			.get()?.at ?? null
	);
}
