/**
 * Erases the records of a review and its free text, as the rule on keeping asks: records, answers, what was written or
 * said, who was given what to read, and the texts of its history. Conclusions stay, and so does who did what and when.
 */
import { and, eq, isNotNull } from 'drizzle-orm';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { links } from '../db/schema/conclusions.ts';
import { reviews } from '../db/schema/reviews.ts';
import { countErasable, erased, type Erasable } from '../queries/retention.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';

/**
 * Returns how much was erased; nothing is told to the trail where nothing was left. Throws a Problem not-found for a
 * review that is not there. The bytes are still in free pages of the file until `sweepTraces` has run.
 */
export function eraseReview(db: Database, by: By, { review }: { review: string }): Erasable {
	return change(db, by, { action: 'look-after-installation', of: () => installation }, (note) => {
		const kept = db.select().from(reviews).where(eq(reviews.id, review)).get();
		if (!kept) throw notThere();
		const counts = countErasable(db, review);
		if (Object.values(counts).every((count) => count === 0)) return counts;
		for (const rows of Object.values(erased)) db.$client.prepare(`delete from ${rows}`).run(review);
		// A finding still says which source it rests on; the passage, record or paper that it named is gone.
		db.delete(links)
			.where(and(eq(links.reviewId, review), isNotNull(links.attachment)))
			.run();
		db.update(links).set({ passage: null, record: null }).where(eq(links.reviewId, review)).run();
		note({ verb: 'review-erased', organisation: kept.organisationId, review, facts: counts });
		return counts;
	});
}
