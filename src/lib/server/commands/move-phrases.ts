/** Lets the phrases that are tied to measures go along when their text is saved: called within a save. */
import { and, eq } from 'drizzle-orm';
import { measureKeyOf, moveLinks } from '#lib/judgement/phrase-ties.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { phraseLinks } from '../db/schema/conclusions.ts';
import { findDocument } from '../queries/documents.ts';
import { listPhraseLinks } from '../queries/phrase-links.ts';
import { findReview } from '../queries/reviews.ts';
import type { By } from './append-event.ts';

/** `text` names the text (see TextCheck); `before` and `after` are its words. */
export function movePhrases(
	db: Database,
	by: By,
	{ review, text, before, after }: { review: string; text: string; before: string; after: string }
): void {
	const kept = listPhraseLinks(db, review, text);
	if (kept.length === 0 || before === after) return;
	const scale = findDocument(db, 'quantity-scale', findReview(db, review).quantityScale);
	const moved = moveLinks(before, after, kept, scale);
	db.delete(phraseLinks)
		.where(and(eq(phraseLinks.reviewId, review), eq(phraseLinks.text, text)))
		.run();
	for (const { phrase, nth, measure, said } of moved)
		db.insert(phraseLinks)
			.values({
				reviewId: review,
				text,
				phrase,
				nth,
				...measureKeyOf(measure),
				said,
				changedBy: authorOf(by.actor),
				changedAt: by.at
			})
			.run();
}
