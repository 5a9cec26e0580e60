/** What the quantity check of a written text needs: the measures of its review, and the phrases tied to them. */
import type { QuantityScale } from '#lib/frameworks/scales.ts';
import type { MeasureToCheck } from '#lib/judgement/check-quantities.ts';
import type { PhraseLink } from '#lib/judgement/phrase-ties.ts';
import type { Strip } from '#lib/reports/drawings/quantity-strip.ts';

/** A measure as the check names and shows it. */
export type CheckedMeasure = Omit<MeasureToCheck, 'at'> & {
	source: string;
	/** Code of its question. */
	question: string;
	sourceTitle: string;
	/** The sentence that says it, and what is to be kept in mind with it; empty where there is nothing. */
	sentence: string;
	caution: string;
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

/** Measures with those that `isFirst` at the beginning, and how many these are. */
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

/** Sentences that say the measures, each caution once, as a start for one's own writing. */
export function sentencesOf(measures: readonly Pick<CheckedMeasure, 'sentence' | 'caution'>[]): string {
	const cautions = new Set(measures.map(({ caution }) => caution));
	return [...measures.map(({ sentence }) => sentence), ...cautions].filter((each) => each !== '').join(' ');
}
