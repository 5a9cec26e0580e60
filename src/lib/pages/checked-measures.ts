/** The measures of a review as the quantity check takes them, with the sentences that say them. */
import { hasShare } from '#lib/measures/tally.ts';
import { measureParts } from '#lib/measures/words.ts';
import { measureId } from '#lib/judgement/phrase-ties.ts';
import { measureToCheck, writeMeasures } from '#lib/judgement/write-measures.ts';
import { measuresOf, type ReportInput } from '#lib/reports/derive-input.ts';
import { stripOfMeasure } from '#lib/reports/drawings/quantity-strip.ts';
import type { CheckedMeasure } from './text-check.ts';

/** Every measure of a review that has a term to check a word by, in the order of the sources and their questions. */
export function deriveCheckedMeasures(input: ReportInput): CheckedMeasure[] {
	return input.bundle.sources.flatMap((source) =>
		measuresOf(input, source)
			.filter(
				({ question, measure }) =>
					hasShare(question) &&
					measure.base > 0 &&
					measure.term !== null &&
					measure.share !== null &&
					!measure.hidden
			)
			.map(({ question, measure, instrument }): CheckedMeasure => {
				const { design, asked, frameSize } = source.sample;
				const { unit } = instrument;
				const telling = { unit, design, scale: input.quantityScale, asked, frameSize };
				const parts = measureParts(measure, telling);
				const written = writeMeasures([
					{ id: measureId(source.id, question.code), question, measure, telling }
				]);
				return {
					...measureToCheck({ id: measureId(source.id, question.code), question, measure, telling })!,
					sentence: written.find((each) => each.measure !== null)?.text ?? '',
					caution: written.find((each) => each.measure === null)?.text ?? '',
					source: source.id,
					question: question.code,
					sourceTitle: source.title,
					kOfN: parts.kOfN,
					percent: parts.percent,
					spoken: parts.term,
					elements: question.elements,
					strip: stripOfMeasure(measure)
				};
			})
	);
}
