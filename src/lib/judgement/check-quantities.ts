/**
 * The quantity check: every quantity expression of a text, and whether the measures bear it out. The rules are about the
 * language, in quantity-check/: amounts.ts, shares.ts and wholes.ts read amounts, groups.ts what they are amounts of,
 * meant.ts whether they are meant so, judge.ts the verdict.
 */
import type { Bands } from '#lib/measures/term.ts';
import { findPhrases } from './quantity-check/find-phrases.ts';
import { scaleTerms } from './quantity-check/scale-terms.ts';
import { sentencesOf } from './quantity-check/sentences.ts';
import type { MeasureToCheck, QuantitySpan } from './quantity-check/shapes.ts';
import { spansOf } from './quantity-check/spans.ts';
import { tiesOf } from './quantity-check/ties.ts';

export type { MeasureToCheck, QuantitySpan, Tie, Verdict } from './quantity-check/shapes.ts';

/**
 * Finds the quantity expressions of a plain or Markdown text and judges each by the measure that it is tied to (by
 * `at`, or because its sentence says the measure's k of n) and by the numbers of its own sentence. The spans are
 * sorted and do not overlap; the terms are those of the scale.
 */
export function checkQuantities(
	text: string,
	measures: readonly MeasureToCheck[],
	scale: Bands
): QuantitySpan[] {
	const terms = scaleTerms(scale);
	const ties = tiesOf(measures);
	const sentences = sentencesOf(text);
	return sentences.flatMap((sentence, index) =>
		spansOf({
			text,
			sentence,
			previous: sentences[index - 1],
			phrases: findPhrases(sentence, terms, ties.upTo(sentence.tokens.at(-1)!.end)),
			ties,
			scale
		})
	);
}
