/** Adds a test of change to an improvement action: what will be tried, and later what came of it. */
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { testsOfChange } from '../db/schema/improving.ts';
import { FormProblem } from '../problems.ts';
import { findActionRow, listTestRows, whyActionClosed } from '../queries/actions.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';
import { checkedTest, testText, type TestTexts } from './test-of-change-texts.ts';

/**
 * Returns its name. Throws a Problem: not-found for an action that is not there or not the actor's to work on;
 * form-invalid, also for words that may name somebody and were not confirmed, and for an action that was withdrawn.
 */
export function addTestOfChange(
	db: Database,
	by: By,
	asked: TestTexts & { review: string; action: string; confirmed?: readonly string[] }
): string {
	const { review, action, confirmed } = asked;
	return change(db, by, { action: 'work-on-actions', of: () => findReviewResource(db, review) }, (note) => {
		const closed = whyActionClosed(db, findActionRow(db, review, action));
		if (closed) throw new FormProblem({ plan: closed });
		const { texts, values } = checkedTest(asked);
		refuseIdentifiers({ plan: texts.plan, do: texts.do, study: texts.study, act: texts.act }, confirmed);
		const rows = listTestRows(db, review, action);
		const position = Math.max(-1, ...rows.map((row) => row.position)) + 1;
		const slug = freeSlug(rows.map((row) => row.slug));
		db.insert(testsOfChange)
			.values({
				...values,
				reviewId: review,
				action,
				slug,
				position,
				changedBy: authorOf(by.actor),
				changedAt: by.at
			})
			.run();
		note({
			verb: 'test-of-change-added',
			review,
			subject: action,
			facts: { test: slug },
			after: testText(texts)
		});
		return slug;
	});
}

/** Those that were carried over keep their names, with gaps where one of last year was withdrawn. */
function freeSlug(taken: readonly string[]): string {
	let number = taken.length + 1;
	while (taken.includes(String(number))) number += 1;
	return String(number);
}
