/** Brings a withdrawn review back, as it was. */
import { eq } from 'drizzle-orm';
import type { Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * One that is not withdrawn stays as it is. Throws a Problem not-found for a review that is not there or that the
 * actor does not lead.
 */
export function restoreReview(db: Database, by: By, { review }: { review: string }): Saved {
	return change(db, by, { action: 'withdraw-review', of: () => findReviewResource(db, review) }, (note) => {
		const kept = db.select().from(reviews).where(eq(reviews.id, review)).get()!;
		if (!kept.withdrawnAt) return { saved: { version: kept.version, at: kept.changedAt } };
		const version = kept.version + 1;
		db.update(reviews)
			.set({ withdrawnAt: null, version, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(eq(reviews.id, review))
			.run();
		note({ verb: 'review-restored', organisation: kept.organisationId, review });
		return { saved: { version, at: by.at } };
	});
}
