/** Unties a phrase of a plain text from its measure. */
import { and, eq } from 'drizzle-orm';
import type { PhraseLink } from '#lib/judgement/phrase-ties.ts';
import type { Database } from '../db/open.ts';
import { phraseLinks } from '../db/schema/conclusions.ts';
import { listPhraseLinks } from '../queries/phrase-links.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * The links of the text that are left; one that is not tied stays as it is. Throws a Problem not-found for a review
 * that the actor may not write in.
 */
export function unlinkPhrase(
	db: Database,
	by: By,
	{ review, text, phrase, nth }: { review: string; text: string; phrase: string; nth: number }
): PhraseLink[] {
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'write-conclusions', of }, (note) => {
		const { changes } = db
			.delete(phraseLinks)
			.where(
				and(
					eq(phraseLinks.reviewId, review),
					eq(phraseLinks.text, text),
					eq(phraseLinks.phrase, phrase),
					eq(phraseLinks.nth, nth)
				)
			)
			.run();
		if (changes > 0) note({ verb: 'phrase-unlinked', review, subject: text, facts: { phrase } });
		return listPhraseLinks(db, review, text);
	});
}
