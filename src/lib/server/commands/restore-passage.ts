/** Brings a withdrawn passage back, as it was. */
import { and, eq } from 'drizzle-orm';
import type { Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { passages } from '../db/schema/voices.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findPassageRow, findSourceRow } from '../queries/voices.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseHiddenAnswer } from './hidden-answer.ts';

/**
 * One that is not withdrawn stays as it is. Throws a Problem not-found for what is not there, what the actor may not change, and
 * a review that is closed.
 */
export function restorePassage(
	db: Database,
	by: By,
	asked: { review: string; source: string; passage: string }
): Saved {
	const { review } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'gather-evidence', of }, (note) => {
		const source = findSourceRow(db, review, asked.source);
		const row = findPassageRow(db, source, asked.passage);
		refuseHiddenAnswer(by, of(), source, row);
		if (!row.withdrawnAt) return { saved: { version: row.version, at: row.changedAt } };
		const version = row.version + 1;
		db.update(passages)
			.set({ withdrawnAt: null, version, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(and(eq(passages.sourceId, source.id), eq(passages.slug, row.slug)))
			.run();
		note({
			verb: 'passage-restored',
			review,
			subject: `${source.slug}/${row.slug}`,
			facts: { version, coded: row.record !== null }
		});
		return { saved: { version, at: by.at } };
	});
}
