/** Saves an entry on who was involved in a review. */
import { and, eq } from 'drizzle-orm';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { involvement } from '../db/schema/voices.ts';
import { findInvolvementRow, keptInvolvement, whyInvolvementClosed } from '../queries/involvement.ts';
import { findReviewResource } from '../queries/resources.ts';
import { involvementText } from './add-involvement.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedInvolvement, type InvolvementTexts } from './involvement-texts.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

/** Throws a Problem: not-found for what is not there or not the actor's to write; form-invalid, field by field. */
export function saveInvolvement(
	db: Database,
	by: By,
	asked: SaveAsked & InvolvementTexts & { review: string; entry: string }
): SaveResult {
	const { review, entry } = asked;
	const { texts, values } = checkedInvolvement(asked);
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-evidence', of }, (note) => {
		const row = findInvolvementRow(db, review, entry);
		const closed = whyInvolvementClosed(db, row);
		if (closed) return { closed };
		const kept = keptInvolvement(db, row);
		const write = (version: number) => {
			db.update(involvement)
				.set({ ...values, version, changedBy: authorOf(by.actor), changedAt: by.at })
				.where(and(eq(involvement.reviewId, review), eq(involvement.slug, entry)))
				.run();
			note({
				verb: 'involvement-saved',
				review,
				subject: entry,
				facts: { version, stage: values.stage },
				before: involvementText(kept.texts as InvolvementTexts),
				after: involvementText(texts)
			});
		};
		return saveOver(kept, texts, asked, write, by.at);
	});
}
