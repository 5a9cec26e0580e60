/** Ties a phrase of a plain text to the measure that it speaks of, with what the measure says now. */
import { measureKeyOf, type PhraseLink } from '#lib/judgement/phrase-ties.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { phraseLinks } from '../db/schema/conclusions.ts';
import { FormProblem } from '../problems.ts';
import { listMeasuresToCheck } from '../queries/measures-to-check.ts';
import { listPhraseLinks } from '../queries/phrase-links.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type LinkPhraseAsked = {
	review: string;
	/** Names the text: see TextCheck. */
	text: string;
	phrase: string;
	nth: number;
	/** Id of the measure. */
	measure: string;
};

/**
 * The links of the text as they are then. A phrase that is tied already is tied anew, to what its measure says now.
 * Throws a Problem: not-found for a review that the actor may not write in; form-invalid for a measure that the
 * review does not have, and for what is no phrase of a text.
 */
export function linkPhrase(db: Database, by: By, asked: LinkPhraseAsked): PhraseLink[] {
	const { review, text, phrase, nth } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'write-conclusions', of }, (note) => {
		const measure = listMeasuresToCheck(db, review).find(({ id }) => id === asked.measure);
		if (!measure) throw new FormProblem({ measure: 'Choose a measure of this review.' });
		checkPhrase(asked);
		const key = { ...measureKeyOf(measure.id), said: { positive: measure.positive, base: measure.base } };
		const author = { changedBy: authorOf(by.actor), changedAt: by.at };
		db.insert(phraseLinks)
			.values({ reviewId: review, text, phrase, nth, ...key, ...author })
			.onConflictDoUpdate({
				target: [phraseLinks.reviewId, phraseLinks.text, phraseLinks.phrase, phraseLinks.nth],
				set: { ...key, ...author }
			})
			.run();
		note({ verb: 'phrase-linked', review, subject: text, facts: { phrase, source: key.source } });
		return listPhraseLinks(db, review, text);
	});
}

/** Letters. Longer than any quantity is. */
const longest = 120;

function checkPhrase({ text, phrase, nth }: LinkPhraseAsked): void {
	const is =
		/^(finding|readiness|evaluation|narrative|own):[\w.:-]{1,100}$/.test(text) &&
		phrase.trim() !== '' &&
		phrase.length <= longest &&
		Number.isSafeInteger(nth) &&
		nth >= 0 &&
		nth < 1000;
	if (!is) throw new FormProblem({ phrase: 'Choose a phrase of the text.' });
	refuseIdentifiers({ phrase });
}
