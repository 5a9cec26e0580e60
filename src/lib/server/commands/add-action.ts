/** Adds an improvement action: what is done about a recommendation, or about a gap. */
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { actions } from '../db/schema/improving.ts';
import { loadActionChoices } from '../queries/action-choices.ts';
import { listActionRows } from '../queries/actions.ts';
import { findReviewResource } from '../queries/resources.ts';
import { actionNames, checkedAction, type ActionTexts } from './action-texts.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

/**
 * Returns its name. Throws a Problem: not-found for a review that is not there, withdrawn, or not the actor's to
 * improve; form-invalid, also for words that may name somebody and were not confirmed.
 */
export function addAction(
	db: Database,
	by: By,
	asked: ActionTexts & { review: string; confirmed?: readonly string[] }
): string {
	const { review, confirmed } = asked;
	return change(db, by, { action: 'work-on-actions', of: () => findReviewResource(db, review) }, (note) => {
		const { texts, values } = checkedAction(asked, loadActionChoices(db, by.actor, review));
		refuseIdentifiers(actionNames(texts), confirmed);
		const rows = listActionRows(db, review);
		const position = Math.max(-1, ...rows.map((row) => row.position)) + 1;
		const slug = freeSlug(rows.map((row) => row.slug));
		db.insert(actions)
			.values({
				...values,
				reviewId: review,
				slug,
				position,
				changedBy: authorOf(by.actor),
				changedAt: by.at
			})
			.run();
		note({
			verb: 'action-added',
			review,
			subject: slug,
			facts: { recommendation: values.recommendation, element: values.element },
			after: actionText(texts)
		});
		return slug;
	});
}

/** Those that were carried over keep their names, with gaps where one of last year was withdrawn. */
function freeSlug(taken: readonly string[]): string {
	let number = taken.length + 1;
	while (taken.includes(`a${number}`)) number += 1;
	return `a${number}`;
}

/** As the trail keeps it. */
export const actionText = ({ title, text }: ActionTexts): string =>
	text === '' ? title : `${title}\n\n${text}`;
