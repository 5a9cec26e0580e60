/** Saves a test of change. */
import { and, eq } from 'drizzle-orm';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { testsOfChange } from '../db/schema/improving.ts';
import { findActionRow, findTestRow, keptTest, whyActionClosed } from '../queries/actions.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { saveOver, type SaveAsked } from './save-over.ts';
import { checkedTest, testText, type TestTexts } from './test-of-change-texts.ts';

/** Throws a Problem: not-found for what is not there or not the actor's to work on; form-invalid, field by field. */
export function saveTestOfChange(
	db: Database,
	by: By,
	asked: SaveAsked & TestTexts & { review: string; action: string; test: string }
): SaveResult {
	const { review, action, test } = asked;
	return change(db, by, { action: 'work-on-actions', of: () => findReviewResource(db, review) }, (note) => {
		const row = findTestRow(db, review, action, test);
		const closed = whyActionClosed(db, findActionRow(db, review, action), row);
		if (closed) return { closed };
		const { texts, values } = checkedTest(asked);
		const write = (version: number) => {
			db.update(testsOfChange)
				.set({ ...values, version, changedBy: authorOf(by.actor), changedAt: by.at })
				.where(
					and(
						eq(testsOfChange.reviewId, review),
						eq(testsOfChange.action, action),
						eq(testsOfChange.slug, test)
					)
				)
				.run();
			note({
				verb: 'test-of-change-saved',
				review,
				subject: action,
				facts: { version, test },
				before: testText(row),
				after: testText(texts)
			});
		};
		return saveOver(keptTest(db, row), texts, asked, write, by.at);
	});
}
