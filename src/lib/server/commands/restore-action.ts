/** Brings a withdrawn action back, as it was. */
import { and, eq } from 'drizzle-orm';
import type { Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { actions } from '../db/schema/improving.ts';
import { findActionRow } from '../queries/actions.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/** One that is not withdrawn stays as it is. Throws a Problem not-found for what is not there or cannot be changed. */
export function restoreAction(db: Database, by: By, asked: { review: string; action: string }): Saved {
	const { review } = asked;
	return change(db, by, { action: 'work-on-actions', of: () => findReviewResource(db, review) }, (note) => {
		const row = findActionRow(db, review, asked.action);
		if (!row.withdrawnAt) return { saved: { version: row.version, at: row.changedAt } };
		const version = row.version + 1;
		db.update(actions)
			.set({ withdrawnAt: null, version, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(and(eq(actions.reviewId, review), eq(actions.slug, row.slug)))
			.run();
		note({ verb: 'action-restored', review, subject: row.slug, facts: { version }, after: row.title });
		return { saved: { version, at: by.at } };
	});
}
