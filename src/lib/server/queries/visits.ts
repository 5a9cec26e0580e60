/** Reads when somebody was in a review last, and up to where its trail went then. */
import { and, eq, max } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { visits } from '../db/schema/staging.ts';
import { events } from '../db/schema/trail.ts';

/** Undefined for somebody who was never there. */
export function findVisit(db: Database, review: string, person: string) {
	return db
		.select()
		.from(visits)
		.where(and(eq(visits.reviewId, review), eq(visits.personId, person)))
		.get();
}

/** Number of the last event of a review; 0 where there is none. */
export function lastEventOf(db: Database, review: string): number {
	const row = db
		.select({ id: max(events.id) })
		.from(events)
		.where(eq(events.review, review))
		.get();
	return row?.id ?? 0;
}
