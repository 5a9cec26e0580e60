/** A measure as a report says it, in the words of the measures room. */
import type { Interval, Measure } from '#lib/measures/measure.ts';
import { hasShare } from '#lib/measures/tally.ts';
import { spoken, termPhrase, type Bands } from '#lib/measures/term.ts';
import type { MeasureInPlace } from './derive-input.ts';
import { countText, intervalText, listed, percentText } from './quantity-strip-words.ts';
import type { MeasureStatement } from './report.ts';

/** The measure in words: label, k of n, per cent, term, interval and how sure it is. */
export function statementOf(place: MeasureInPlace): MeasureStatement {
	const { key, question, measure, source } = place;
	return {
		key,
		label: question.label ?? measure.wording,
		kOfN: `${countText(measure.positive)} of ${countText(measure.base)}`,
		percent: measure.share === null ? '' : percentText(measure.share),
		term: termOf(measure, hasShare(question)),
		interval: measure.interval ? intervalText(measure.interval) : 'none',
		sure: sureSentence(measure, source.sample.design)
	};
}

function termOf(measure: Measure, share: boolean): string {
	if (measure.base === 0) return 'no evidence';
	return share && measure.term !== null ? spoken(measure.term, measure.positive, measure.base) : '';
}

const methods: Record<Interval['method'], string> = {
	hypergeometric: 'exact',
	'clopper-pearson': 'exact, for a frame of unknown size',
	stratified: 'weighted by stratum',
	census: 'census'
};

function sureSentence(measure: Measure, design: string): string {
	const { interval, secure, touches } = measure;
	if (measure.base === 0) return 'Nobody is in the base.';
	if (interval?.method === 'census') return 'A census: no interval is needed.';
	if (interval) {
		const sure = secure ? 'secure' : `borderline between ${listed(touches)}`;
		return `95% interval ${intervalText(interval)} (${methods[interval.method]}): ${sure}.`;
	}
	return design === 'purposive' ? 'No interval: chosen on purpose.' : 'No interval: those who answered.';
}

/**
 * What measures amount to in one message: of the highest share, and of the lowest where its term is another.
 * Takes them sorted, the highest share first.
 */
export function messageTitle(sorted: readonly MeasureInPlace[], scale: Bands): string {
	const first = sorted[0]!;
	const last = sorted.at(-1)!;
	const opening = messageOf(first, scale);
	if (last.measure.term === first.measure.term || last.measure.share === null) return opening;
	const ending = messageOf(last, scale);
	return `${opening}; ${ending.charAt(0).toLowerCase()}${ending.slice(1)}`;
}

/** `Almost all files show that advocacy was offered`. */
function messageOf({ question, measure }: MeasureInPlace, scale: Bands): string {
	const phrase = termPhrase(measure.positive, measure.base, scale);
	const words = question.message ?? question.label ?? measure.wording;
	if (phrase === null) return `No evidence: ${question.label ?? measure.wording}`;
	return question.message === undefined ? `${phrase.replace(/ (of )?$/, '')}: ${words}` : `${phrase}${words}`;
}
