/**
 * Notes that somebody opened a review, and up to where its trail went then, so that they can be told next time what
 * changed since. It tells the trail nothing: it changes nothing that anybody made.
 */
import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { visits } from '../db/schema/staging.ts';
import { findVisit, lastEventOf } from '../queries/visits.ts';

/** Looking again within this time is the same visit, in milliseconds. */
const sameVisit = 30 * 60_000;

export type VisitNoted = { review: string; person: string; at: string };

/** `at`: the time now, ISO 8601. What was new at the beginning of a visit stays new until its end. */
export function noteVisit(db: Database, { review, person, at }: VisitNoted): void {
	const present = { nowEvent: lastEventOf(db, review), nowAt: at };
	const kept = findVisit(db, review, person);
	if (!kept) {
		const before = { seenEvent: present.nowEvent, seenAt: at };
		db.insert(visits)
			.values({ reviewId: review, personId: person, ...before, ...present })
			.run();
		return;
	}
	const another = Date.parse(at) - Date.parse(kept.nowAt) >= sameVisit;
	const before = another ? { seenEvent: kept.nowEvent, seenAt: kept.nowAt } : {};
	db.update(visits)
		.set({ ...before, ...present })
		.where(and(eq(visits.reviewId, review), eq(visits.personId, person)))
		.run();
}
