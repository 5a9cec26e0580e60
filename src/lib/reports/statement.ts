/** A measure as a report says it: in the words that every page and command uses for it. */
import { formatCount, formatInterval } from '#lib/measures/figures.ts';
import { phraseOf, spoken } from '#lib/measures/term.ts';
import { measureParts, sureParts, sureSentence, type Telling } from '#lib/measures/words.ts';
import type { MeasureInPlace, ReportInput } from './derive-input.ts';
import type { MeasureStatement } from './report.ts';

/** The measure in words: label, k of n, per cent, term, interval and how sure it is. */
export function statementOf(input: ReportInput, place: MeasureInPlace): MeasureStatement {
	const { key, question, measure, source, instrument } = place;
	const telling: Telling = {
		unit: instrument.unit,
		design: source.sample.design,
		scale: input.quantityScale,
		asked: source.sample.asked,
		frameSize: source.sample.frameSize
	};
	const { kOfN, percent, term } = measureParts(measure, telling);
	const described = sureParts(measure, telling).standing === 'those-counted';
	return {
		key,
		label: question.label ?? measure.wording,
		kOfN,
		percent,
		term,
		interval: measure.interval ? formatInterval(measure.interval, input.quantityScale) : 'none',
		// That there is no interval by design is said once for the whole source.
		sure: described ? '' : sureSentence(measure, telling)
	};
}

/**
 * What measures amount to in one message: of the highest share, and of the lowest where its term is another.
 * Takes at least one, the highest share first.
 */
export function messageTitle(sorted: readonly MeasureInPlace[]): string {
	const withTerm = sorted.filter(({ measure }) => measure.term !== null);
	const first = withTerm[0] ?? sorted[0]!;
	const last = withTerm.at(-1) ?? first;
	if (last.measure.term === first.measure.term) return messageOf(first);
	const ending = messageOf(last);
	return `${messageOf(first)}; ${ending.charAt(0).toLowerCase()}${ending.slice(1)}`;
}

/** A base so small that a word alone would say too much. */
const smallBase = 20;

/**
 * `Almost all files show that advocacy was offered`; without a message of its own, `Advocacy offered: almost all`.
 * Of a small base it says how small: `All people who answered feel heard (10 of 10)`.
 */
function messageOf({ question, measure }: MeasureInPlace): string {
	const { term, positive, base } = measure;
	const label = question.label ?? measure.wording;
	if (term === null) return `${label}: ${base === 0 ? 'no evidence' : 'no share of the whole'}`;
	const word = spoken(term, positive, base);
	const counts = base < smallBase ? ` (${formatCount(positive)} of ${formatCount(base)})` : '';
	return question.message === undefined
		? `${label}: ${word}${counts}`
		: `${phraseOf(word)}${question.message}${counts}`;
}
