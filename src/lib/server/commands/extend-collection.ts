/** Gives a survey that is answered by link another last day, and opens it again where it was closed. */
import { and, eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { collections } from '../db/schema/collecting.ts';
import { refuseFaults } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { closingFault, endOf } from './open-collection.ts';

/** Throws a Problem: not-found for what is not there or not the actor's; form-invalid for a day that is over. */
export function extendCollection(
	db: Database,
	by: By,
	asked: { review: string; source: string; collection: string; closes: string }
): void {
	const { review, collection, closes } = asked;
	change(db, by, { action: 'arrange-evidence', of: () => findReviewResource(db, review) }, (note) => {
		const source = findSource(db, review, asked.source);
		const of = and(eq(collections.id, collection), eq(collections.sourceId, source.key));
		const row = db.select().from(collections).where(of).get();
		if (!row) throw notThere();
		refuseFaults({ closes: closingFault(closes, by.at) });
		const closesAt = endOf(closes);
		const authorship = { version: row.version + 1, changedBy: authorOf(by.actor), changedAt: by.at };
		db.update(collections)
			.set({ closesAt, closedAt: null, ...authorship })
			.where(of)
			.run();
		note({ verb: 'collection-extended', review, subject: source.id, facts: { closes: closes.trim() } });
	});
}
