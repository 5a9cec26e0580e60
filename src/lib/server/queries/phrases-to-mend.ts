/** Finds the words of quantity in a review that its data contradict, or whose data have changed since they were tied. */
import { checkQuantities, type MeasureToCheck } from '#lib/judgement/check-quantities.ts';
import { ownWordsOf, tiesOf } from '#lib/judgement/narrative-words.ts';
import { measureId, tieMeasures } from '#lib/judgement/phrase-ties.ts';
import { findingAddress, themeAddress } from '#lib/pages/review-addresses.ts';
import type { Database } from '../db/open.ts';
import { listFindings, listNarratives } from './conclusions.ts';
import { findDocument } from './documents.ts';
import { listMeasuresToCheck } from './measures-to-check.ts';
import { listPhraseLinks } from './phrase-links.ts';
import { findReview } from './reviews.ts';

export type PhraseToMend = { phrase: string; reason: string; href: string };

/** In what the report says: narratives, then findings. Throws a not-found Problem. */
export function listPhrasesToMend(db: Database, review: string): PhraseToMend[] {
	const scale = findDocument(db, 'quantity-scale', findReview(db, review).quantityScale);
	const measures = listMeasuresToCheck(db, review);
	const inText = (words: string, tied: readonly MeasureToCheck[], href: string): PhraseToMend[] =>
		checkQuantities(words, tied, scale)
			.filter(({ verdict, stale }) => verdict === 'wrong' || stale)
			.map(({ phrase, reason }) => ({ phrase, reason, href }));
	return [
		...listNarratives(db, review).flatMap(({ element, part, document, paragraphs }) => {
			const ties = document ? tiesOf(document) : [];
			const tied = measures.map((measure) => ({
				...measure,
				at: ties
					.filter(({ measure: { source, question } }) => measureId(source, question) === measure.id)
					.map(({ start, end, measure: { said } }) => ({ start, end, said }))
			}));
			const words = document ? ownWordsOf(document) : paragraphs.join('\n\n');
			return inText(words, tied, `${themeAddress(review, element)}/${part}`);
		}),
		...listFindings(db, review).flatMap(({ id, text }) =>
			inText(
				text,
				tieMeasures(measures, text, listPhraseLinks(db, review, `finding:${id}`)),
				findingAddress(review, id)
			)
		)
	];
}
