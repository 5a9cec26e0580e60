/** Closes the answering of a survey by link before its day; what was sent stays, what was not sent can no more be. */
import { and, eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { collections } from '../db/schema/collecting.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';

/** One that is closed stays so. Throws a Problem not-found for what is not there or not the actor's to close. */
export function closeCollection(
	db: Database,
	by: By,
	{ review, source: id, collection }: { review: string; source: string; collection: string }
): void {
	change(db, by, { action: 'arrange-evidence', of: () => findReviewResource(db, review) }, (note) => {
		const source = findSource(db, review, id);
		const of = and(eq(collections.id, collection), eq(collections.sourceId, source.key));
		const row = db.select().from(collections).where(of).get();
		if (!row) throw notThere();
		if (row.closedAt) return;
		const authorship = { version: row.version + 1, changedBy: authorOf(by.actor), changedAt: by.at };
		db.update(collections)
			.set({ closedAt: by.at, ...authorship })
			.where(of)
			.run();
		note({ verb: 'collection-closed', review, subject: source.id });
	});
}
