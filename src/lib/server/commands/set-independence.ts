/** Asks everybody who contributes to a self-evaluation to judge alone first, or asks it no more. */
import { eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { findReviewRow } from '../queries/plan.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';

/** Judgements that were given stay. Throws a Problem not-found; of a thematic review too, where all judge alone. */
export function setIndependence(
	db: Database,
	by: By,
	{ review, independent }: { review: string; independent: boolean }
): void {
	const of = () => findReviewResource(db, review);
	change(db, by, { action: 'edit-plan', of }, (note) => {
		const row = findReviewRow(db, review);
		if (row.kind !== 'self-evaluation') throw notThere();
		if (row.independent === independent) return;
		db.update(reviews).set({ independent }).where(eq(reviews.id, review)).run();
		note({ verb: 'independence-changed', review, facts: { independent } });
	});
}
