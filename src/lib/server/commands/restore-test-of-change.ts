/** Brings a withdrawn test of change back, as it was. */
import { and, eq } from 'drizzle-orm';
import type { Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { testsOfChange } from '../db/schema/improving.ts';
import { findTestRow } from '../queries/actions.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/** One that is not withdrawn stays as it is. Throws a Problem not-found for what is not there or cannot be changed. */
export function restoreTestOfChange(
	db: Database,
	by: By,
	asked: { review: string; action: string; test: string }
): Saved {
	const { review } = asked;
	return change(db, by, { action: 'work-on-actions', of: () => findReviewResource(db, review) }, (note) => {
		const row = findTestRow(db, review, asked.action, asked.test);
		if (!row.withdrawnAt) return { saved: { version: row.version, at: row.changedAt } };
		const version = row.version + 1;
		db.update(testsOfChange)
			.set({ withdrawnAt: null, version, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(
				and(
					eq(testsOfChange.reviewId, review),
					eq(testsOfChange.action, row.action),
					eq(testsOfChange.slug, row.slug)
				)
			)
			.run();
		note({
			verb: 'test-of-change-restored',
			review,
			subject: row.action,
			facts: { version, test: row.slug },
			after: row.plan
		});
		return { saved: { version, at: by.at } };
	});
}
