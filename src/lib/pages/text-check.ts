/** What the quantity check of a written text needs: the measures of its review, and the phrases tied to them. */
import { protectsSmallGroups } from '#lib/measures/small-groups.ts';
import { hasShare } from '#lib/measures/tally.ts';
import { measureParts } from '#lib/measures/words.ts';
import type { QuantityScale } from '#lib/frameworks/scales.ts';
import type { MeasureToCheck } from '#lib/judgement/check-quantities.ts';
import { measureId, type PhraseLink } from '#lib/judgement/phrase-ties.ts';
import { measuresOf, type ReportInput } from '#lib/reports/derive-input.ts';
import { stripOfMeasure, type Strip } from '#lib/reports/drawings/quantity-strip.ts';

/** A measure as the check names and shows it. */
export type CheckedMeasure = Omit<MeasureToCheck, 'at'> & {
	source: string;
	/** Code of its question. */
	question: string;
	sourceTitle: string;
	/** `47 of 60`. */
	kOfN: string;
	/** `78%`, with a note where it is weighted; empty when there is no share. */
	percent: string;
	/** The term as it is spoken, with none and all at the ends. */
	spoken: string;
	/** What it gives evidence on. */
	elements: readonly string[];
	strip: Strip;
};

export type TextCheck = {
	review: string;
	/** Names the text in the links of its phrases: `finding:<name>`, `readiness:8.7:words`, `evaluation:T2`. */
	text: string;
	scale: { bands: QuantityScale['bands'] };
	/** Those to be offered first stand first. */
	measures: CheckedMeasure[];
	/** How many of them are offered first. */
	first: number;
	links: PhraseLink[];
};

/** Every measure of a review that has a term to check a word by, in the order of the sources and their questions. */
export function deriveCheckedMeasures(input: ReportInput): CheckedMeasure[] {
	return input.bundle.sources.flatMap((source) =>
		measuresOf(input, source)
			.filter(
				({ question, measure }) =>
					hasShare(question) && measure.base > 0 && measure.term !== null && !measure.hidden
			)
			.map(({ question, measure, instrument }): CheckedMeasure => {
				const { design, asked, frameSize } = source.sample;
				const { unit } = instrument;
				const parts = measureParts(measure, {
					unit,
					design,
					scale: input.quantityScale,
					asked,
					frameSize
				});
				const answered = protectsSmallGroups(source.kind);
				return {
					id: measureId(source.id, question.code),
					label: question.label ?? question.wording,
					positive: measure.positive,
					base: measure.base,
					people: answered ? whoAnswered(source.kind) : unit.many,
					term: measure.term,
					touches: measure.touches,
					secure: measure.secure,
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

const whoAnswered = (kind: string) =>
	kind === 'staff-survey'
		? 'staff who answered'
		: kind === 'unpaid-carer-questionnaire'
			? 'unpaid carers who answered'
			: 'people who answered';

/** The same with what `isFirst` at the beginning, and how many those are. */
export function firstOf<Measure>(
	measures: readonly Measure[],
	isFirst: (measure: Measure) => boolean
): { measures: Measure[]; first: number } {
	const first = measures.filter(isFirst);
	return {
		measures: [...first, ...measures.filter((measure) => !isFirst(measure))],
		first: first.length
	};
}
