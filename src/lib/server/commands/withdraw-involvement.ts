/** Withdraws an entry on who was involved: it counts nowhere any more, and it can be brought back. */
import { and, eq } from 'drizzle-orm';
import type { Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { involvement } from '../db/schema/voices.ts';
import { findInvolvementRow } from '../queries/involvement.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/** One that is withdrawn already stays as it is. Throws a Problem not-found for what is not there or cannot be changed. */
export function withdrawInvolvement(
	db: Database,
	by: By,
	{ review, entry }: { review: string; entry: string }
): Saved {
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'gather-evidence', of }, (note) => {
		const row = findInvolvementRow(db, review, entry);
		if (row.withdrawnAt) return { saved: { version: row.version, at: row.changedAt } };
		const version = row.version + 1;
		db.update(involvement)
			.set({ withdrawnAt: by.at, version, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(and(eq(involvement.reviewId, review), eq(involvement.slug, entry)))
			.run();
		note({ verb: 'involvement-withdrawn', review, subject: entry, facts: { version }, before: row.how });
		return { saved: { version, at: by.at } };
	});
}
