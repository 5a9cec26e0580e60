/** The quantity check of the words of a narrative, with the ties that stand in it. */
import { checkQuantities, type QuantitySpan, type Tie } from '#lib/judgement/check-quantities.ts';
import type { TiedWords } from '#lib/judgement/narrative-words.ts';
import { measureId } from '#lib/judgement/phrase-ties.ts';
import type { TextCheck } from '#lib/pages/text-check.ts';

export function checkWords(check: TextCheck, text: string, ties: readonly TiedWords[]): QuantitySpan[] {
	const tied = Map.groupBy(ties, ({ measure }) => measureId(measure.source, measure.question));
	const measures = check.measures.map((measure) => ({
		...measure,
		at: (tied.get(measure.id) ?? []).map(({ start, end, measure: { said } }): Tie => ({ start, end, said }))
	}));
	return checkQuantities(text, measures, check.scale);
}
