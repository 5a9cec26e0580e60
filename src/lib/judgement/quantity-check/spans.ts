/** From the phrases of a sentence to its spans: ties each to its measure, its count and its percentage, and has it judged. */
import { termFor, type Bands } from '#lib/measures/term.ts';
import type { Phrase } from './find-phrases.ts';
import { judgePhrase } from './judge.ts';
import { countBeside, countsOf, isApposed, showsBase, type OwnCount } from './own-counts.ts';
import { isPercentOf } from './percent-terms.ts';
import type { Sentence, Token } from './sentences.ts';
import type { MeasureToCheck, PhraseKind, QuantitySpan, Tie } from './shapes.ts';
import { countWords, isWhole } from './suggest.ts';
import type { Tied, Ties } from './ties.ts';
import { countFits, countFitsNot, furtherWords } from './wording.ts';
import { wholeOf } from './wholes.ts';

/** A sentence with what is needed to judge its phrases. */
export type Reading = {
	text: string;
	sentence: Sentence;
	previous: Sentence | undefined;
	phrases: Phrase[];
	ties: Ties;
	scale: Bands;
};

/** The spans of one sentence, in order. */
export function spansOf(reading: Reading): QuantitySpan[] {
	const { sentence, phrases, ties } = reading;
	if (phrases.length === 0 && !ties.any) return [];
	const { tokens } = sentence;
	const counts = countsOf(tokens).filter((count) => !phrases.some((phrase) => overlap(phrase, count)));
	const tied = new Map<Place, Tied | null>();
	for (const place of [...phrases, ...counts].sort(byPlace))
		tied.set(place, ties.over(...offsets(tokens, place)));
	const spans: (QuantitySpan | null)[] = [];
	const told = new Set<Place>();
	phrases.forEach((phrase, index) => {
		if (told.has(phrase)) return;
		const next = phrases[index + 1];
		const count = countBeside(tokens, phrase, next, counts, told);
		const own = tied.get(phrase) ?? (count && tied.get(count)) ?? null;
		const measure = own?.measure ?? measureSaid(phrase, count, ties);
		const percent = next && isApposed(tokens, phrase, next) && !tied.get(next) ? next : null;
		const judged = phraseSpan(reading, phrase, measure, own?.tie ?? null, count, percent);
		spans.push(judged);
		if (count && (tied.get(count) || (own && measure)))
			spans.push(countSpan(reading, count, own!, tied.get(count) !== null));
		if (count) told.add(count);
		if (percent) {
			told.add(percent);
			spans.push(percentSpan(reading, percent, phrase, measure, count));
		}
	});
	for (const count of counts) {
		const own = tied.get(count);
		if (own && !told.has(count)) spans.push(countSpan(reading, count, own, true));
	}
	return spans.filter((span) => span !== null).sort((a, b) => a.start - b.start);
}

type Place = Phrase | OwnCount;
const byPlace = (a: Place, b: Place): number => a.from - b.from;
const overlap = (a: Place, b: Place): boolean => a.from < b.to && b.from < a.to;

/** The measure whose k of n the sentence says: beside the phrase, or with it as in “all ten people”. */
function measureSaid(phrase: Phrase, count: OwnCount | null, ties: Ties): MeasureToCheck | null {
	if (count) return ties.ofCount(count.positive, count.base);
	const { number } = phrase.group;
	const whole = phrase.amount.kind === 'whole' ? wholeOf(phrase.amount) : null;
	if (whole === null || number === null) return null;
	return ties.ofCount(whole === 'all' ? number : 0, number);
}

function phraseSpan(
	{ text, sentence, previous, scale }: Reading,
	phrase: Phrase,
	measure: MeasureToCheck | null,
	tie: Tie | null,
	count: OwnCount | null,
	percent: Phrase | null
): QuantitySpan {
	const [start, end] = offsets(sentence.tokens, phrase);
	const words = text.slice(start, end);
	const judged = judgePhrase({
		tokens: sentence.tokens,
		phrase,
		words,
		measure,
		count,
		percent: percent?.amount.percent ?? null,
		shows: (base) => showsBase(base, phrase, sentence, previous),
		scale
	});
	return {
		start,
		end,
		phrase: words,
		kind: kindOf(phrase),
		...judged,
		...tiedParts(judged.reason, measure, tie)
	};
}

/** A percentage beside a term is its share in figures: it is only worth a word where it contradicts, or no term is there. */
function percentSpan(
	reading: Reading,
	percent: Phrase,
	beside: Phrase,
	measure: MeasureToCheck | null,
	count: OwnCount | null
): QuantitySpan | null {
	const figure = percent.amount.percent;
	const share = measure ?? count;
	const weighted = measure?.term !== undefined;
	const bornOut = figure === null || weighted || !share || share.base === 0 || isPercentOf(figure, share);
	const stands = beside.term !== null || isWhole(beside);
	if (stands && bornOut) return null;
	const span = phraseSpan(reading, percent, measure, null, measure ? null : count, null);
	return stands ? { ...span, verdict: 'wrong' } : span;
}

/** A k of n: reported where it is tied itself, or contradicts the measure to which the phrase beside it is tied. */
function countSpan(
	{ text, sentence, scale }: Reading,
	count: OwnCount,
	own: Tied,
	itself: boolean
): QuantitySpan | null {
	const { measure, tie } = own;
	const same = measure.positive === count.positive && measure.base === count.base;
	if (same && !itself) return null;
	const [start, end] = offsets(sentence.tokens, count);
	const words = text.slice(start, end);
	const reason = same ? countFits(words, measure) : countFitsNot(words, measure);
	return {
		start,
		end,
		phrase: words,
		kind: 'count',
		verdict: same ? 'right' : 'wrong',
		term: measure.term ?? termFor(measure.positive, measure.base, scale),
		suggestion: same ? null : countWords(measure),
		...tiedParts(reason, measure, tie)
	};
}

function tiedParts(
	reason: string,
	measure: MeasureToCheck | null,
	tie: Tie | null
): Pick<QuantitySpan, 'reason' | 'measure' | 'stale' | 'borderline'> {
	const said = tie?.said;
	const stale =
		measure !== null &&
		said !== undefined &&
		(said.positive !== measure.positive || said.base !== measure.base);
	const borderline = measure?.secure === false ? [...(measure.touches ?? [])] : [];
	return {
		reason: `${reason}${furtherWords(borderline, stale ? said : null)}`,
		measure: measure?.id ?? null,
		stale,
		borderline
	};
}

const kinds: Record<Phrase['amount']['kind'], PhraseKind> = {
	word: 'vague-word',
	'number-of': 'vague-word',
	'part-of': 'vague-word',
	majority: 'vague-word',
	half: 'fraction',
	fraction: 'fraction',
	percentage: 'percentage',
	ratio: 'ratio',
	whole: 'vague-word'
};

function kindOf(phrase: Phrase): PhraseKind {
	if (phrase.term !== null) return 'defined-term';
	return isWhole(phrase) ? 'whole-group' : kinds[phrase.amount.kind];
}

function offsets(tokens: readonly Token[], { from, to }: Place): [number, number] {
	return [tokens[from]!.start, tokens[to - 1]!.end];
}
