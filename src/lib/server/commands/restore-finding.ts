/** Brings a withdrawn finding back, as it was. */
import { and, eq } from 'drizzle-orm';
import type { Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { findings } from '../db/schema/conclusions.ts';
import { findFindingRow } from '../queries/findings.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * One that is not withdrawn stays as it is. Throws a Problem not-found for what is not there, what the actor may not
 * change, and a review that is closed.
 */
export function restoreFinding(
	db: Database,
	by: By,
	{ review, finding }: { review: string; finding: string }
): Saved {
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'write-conclusions', of }, (note) => {
		const row = findFindingRow(db, review, finding);
		if (!row.withdrawnAt) return { saved: { version: row.version, at: row.changedAt } };
		const version = row.version + 1;
		db.update(findings)
			.set({ withdrawnAt: null, version, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(and(eq(findings.reviewId, review), eq(findings.slug, finding)))
			.run();
		note({ verb: 'finding-restored', review, subject: finding, facts: { version }, after: row.text });
		return { saved: { version, at: by.at } };
	});
}
