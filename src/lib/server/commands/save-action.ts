/** Saves an improvement action. */
import { and, eq } from 'drizzle-orm';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { actions } from '../db/schema/improving.ts';
import { loadActionChoices } from '../queries/action-choices.ts';
import { findActionRow, keptAction, whyActionClosed } from '../queries/actions.ts';
import { findReviewResource } from '../queries/resources.ts';
import { checkedAction, type ActionTexts } from './action-texts.ts';
import { actionText } from './add-action.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

/** Throws a Problem: not-found for what is not there or not the actor's to work on; form-invalid, field by field. */
export function saveAction(
	db: Database,
	by: By,
	asked: SaveAsked & ActionTexts & { review: string; action: string }
): SaveResult {
	const { review, action } = asked;
	return change(db, by, { action: 'work-on-actions', of: () => findReviewResource(db, review) }, (note) => {
		const row = findActionRow(db, review, action);
		const closed = whyActionClosed(db, row);
		if (closed) return { closed };
		const choices = loadActionChoices(db, by.actor, review);
		const kept = keptAction(db, row, choices.served);
		const { texts, values } = checkedAction(asked, choices, kept.texts);
		const write = (version: number) => {
			db.update(actions)
				.set({ ...values, version, changedBy: authorOf(by.actor), changedAt: by.at })
				.where(and(eq(actions.reviewId, review), eq(actions.slug, action)))
				.run();
			note({
				verb: 'action-saved',
				review,
				subject: action,
				facts: { version, status: values.status, statusBefore: row.status },
				before: actionText(kept.texts as ActionTexts),
				after: actionText(texts)
			});
		};
		return saveOver(kept, texts, asked, write, by.at);
	});
}
