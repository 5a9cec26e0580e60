/** Adds who was involved in a review at one of its stages, how, and what changed because of it. */
import { count, eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { involvement } from '../db/schema/voices.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedInvolvement, type InvolvementTexts } from './involvement-texts.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

/**
 * Returns the id of the entry. Throws a Problem: not-found for a review that is not there, closed, or not the actor's
 * to gather evidence for; form-invalid, also for words that may name somebody and were not confirmed.
 */
export function addInvolvement(
	db: Database,
	by: By,
	asked: InvolvementTexts & { review: string; confirmed?: readonly string[] }
): string {
	const { review, confirmed } = asked;
	const { texts, values } = checkedInvolvement(asked);
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'gather-evidence', of }, (note) => {
		refuseIdentifiers({ how: texts.how, changed: texts.changed }, confirmed);
		const position = db
			.select({ rows: count() })
			.from(involvement)
			.where(eq(involvement.reviewId, review))
			.get()!.rows;
		const slug = String(position + 1);
		db.insert(involvement)
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
			verb: 'involvement-added',
			review,
			subject: slug,
			facts: { stage: values.stage },
			after: involvementText(texts)
		});
		return slug;
	});
}

/** As the trail keeps it. */
export const involvementText = ({ how, changed }: InvolvementTexts): string =>
	changed === '' ? how : `${how}\n\n${changed}`;
