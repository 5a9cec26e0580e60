/** The numbers that a sentence gives itself: “47 of 60”, “forty-seven of the sixty”, “47/60”, and the bases it names. */
import type { Phrase } from './find-phrases.ts';
import { readNumber } from './numbers.ts';
import { singularOf } from './nouns.ts';
import { beginsShare } from './shares.ts';
import { at, type Sentence, type Token } from './sentences.ts';

export type OwnCount = { positive: number; base: number; from: number; to: number };

/** Every “k of n” of a sentence, in order. */
export function countsOf(tokens: readonly Token[]): OwnCount[] {
	const counts: OwnCount[] = [];
	for (let place = 0; place < tokens.length;) {
		const count = beginsShare(tokens[place]!) ? countAt(tokens, place) : null;
		if (count) counts.push(count);
		place = count?.to ?? place + 1;
	}
	return counts;
}

function countAt(tokens: readonly Token[], from: number): OwnCount | null {
	const part = readNumber(tokens, from);
	if (!part || !Number.isInteger(part.value)) return null;
	const base = baseAfter(tokens, part.to);
	if (!base || !Number.isInteger(base.value) || base.value < part.value || base.value === 0) return null;
	const after = at(tokens, base.to).lower;
	if (after === '%' || after === 'per' || after === 'percent' || after === '/') return null;
	return { positive: part.value, base: base.value, from, to: base.to };
}

function baseAfter(tokens: readonly Token[], from: number) {
	const { lower, text, start } = at(tokens, from);
	if (text === '/') {
		const close = at(tokens, from - 1).end === start && at(tokens, from - 2).text !== '/';
		return close ? readNumber(tokens, from + 1) : null;
	}
	const out = lower === 'out' && at(tokens, from + 1).lower === 'of';
	if (lower !== 'of' && !out) return null;
	let place = from + (out ? 2 : 1);
	while (/^(?:all|the|these|those|our)$/.test(at(tokens, place).lower)) place += 1;
	return readNumber(tokens, place);
}

const nearBy = 14;

/** The count that belongs to a phrase: beside it in brackets or between commas, before the next phrase; or null. */
export function countBeside(
	tokens: readonly Token[],
	phrase: Phrase,
	next: Phrase | undefined,
	counts: readonly OwnCount[],
	taken: ReadonlySet<unknown>
): OwnCount | null {
	const limit = Math.min(next?.from ?? tokens.length, phrase.to + nearBy);
	const after = counts.find(({ from }) => from >= phrase.to && from < limit);
	if (after && isBeside(tokens, phrase.to, after.from)) return after;
	const opens = /^[(,–—-]$/.test(at(tokens, phrase.from - 1).text);
	const before = counts.findLast(({ to }) => to <= phrase.from && to > phrase.from - nearBy);
	return opens && before && !taken.has(before) && !tokens.slice(before.to, phrase.from).some(isClauseEnd)
		? before
		: null;
}

/** In brackets that open after the phrase, or set off by a comma or a dash with no new clause begun. */
function isBeside(tokens: readonly Token[], from: number, count: number): boolean {
	const between = tokens.slice(from, count);
	if (between.some(isClauseEnd)) return false;
	const last = between.at(-1);
	return between.some(({ text }) => text === '(') ? !between.some(({ text }) => text === ')') : isApart(last);
}

const isApart = (token: Token | undefined): boolean => token !== undefined && /^[,:–—-]$/.test(token.text);
const isClauseEnd = ({ text, lower }: Token): boolean =>
	text === ';' || /^(?:but|whereas|while|whilst|although|though|and)$/.test(lower);

/** The percentage that stands beside a phrase in brackets or between commas, as the place of its phrase; or null. */
export function isApposed(tokens: readonly Token[], first: Phrase, second: Phrase): boolean {
	if (second.amount.kind !== 'percentage') return false;
	const text = at(tokens, second.from - 1).text;
	const between = tokens.slice(first.to, second.from);
	if (between.length > nearBy || between.some(isClauseEnd)) return false;
	const closes = /^[),.;:]$/.test(at(tokens, second.to).text);
	return closes && (text === '(' || text === ',' || between.some((token) => token.text === '('));
}

/** Whether a sentence says beside a phrase, or the sentence before it says, of how many the phrase speaks. */
export function showsBase(
	base: number,
	phrase: Phrase,
	own: Sentence,
	previous: Sentence | undefined
): boolean {
	const beside = numbersOf(own.tokens).filter(({ at: place }) => place < phrase.from || place >= phrase.to);
	if (beside.some(({ value }) => value === base)) return true;
	if (!previous || previous.paragraph !== own.paragraph) return false;
	return numbersOf(previous.tokens).some(({ value, counts }) => value === base && counts);
}

/** The numbers of a sentence that are no percentages, and whether each counts something. */
/** Whether a sentence counts anything before a phrase: “of 24 flats visited, all were warm”. */
export const countsBefore = (phrase: Phrase, tokens: readonly Token[]): boolean =>
	numbersOf(tokens.slice(0, phrase.from)).some(({ counts }) => counts);

type NumberHere = { value: number; counts: boolean; at: number };

function numbersOf(tokens: readonly Token[]): NumberHere[] {
	const numbers: NumberHere[] = [];
	for (let place = 0; place < tokens.length;) {
		const number = readNumber(tokens, place);
		if (number && !/^(?:%|per|percent)$/.test(at(tokens, number.to).lower)) {
			const words = [0, 1, 2, 3].map((index) => at(tokens, number.to + index).lower);
			numbers.push({
				value: number.value,
				counts: words.some((word) => singularOf(word) !== null),
				at: place
			});
		}
		place = number?.to ?? place + 1;
	}
	return numbers;
}
