/** Amounts in figures and fractions: 70%, fifty per cent, between 40% and 50%; half, two thirds, ¾; seven in ten. */
import { keyOf, type Amount, type AmountKind } from './amounts.ts';
import { readHedges } from './hedges.ts';
import { isUncounted, singularOf } from './nouns.ts';
import { isNumberWord, readNumber } from './numbers.ts';
import { at, type Token } from './sentences.ts';
import { endsGroup } from './word-lists.ts';

const parts = new Map(
	'half:2 halves:2 third:3 quarter:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 twentieth:20 hundredth:100'
		.split(' ')
		.map((pair) => pair.split(':'))
		.flatMap(([word, n]) => [[word!, Number(n)] as const, [`${word}s`, Number(n)] as const])
);
const signs = new Map<string, number>([
	['½', 50],
	['¼', 25],
	['¾', 75],
	['⅓', 100 / 3],
	['⅔', 200 / 3],
	['⅕', 20],
	['⅖', 40],
	['⅗', 60],
	['⅘', 80],
	['⅛', 12.5]
]);
const counts = new Map(
	'a:1 an:1 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9'
		.split(' ')
		.map((pair) => [pair.split(':')[0]!, Number(pair.split(':')[1])] as const)
);
/** Numbers of which a ratio speaks; “47 in 60” is a count. */
const roundBases = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000]);

type Share = { to: number; percent: number | null; kind: AmountKind; core: string };

/** Whether a share can begin with a token, hedges apart. */
export const beginsShare = ({ kind, lower }: Token): boolean =>
	kind === 'number' || lower === 'between' || parts.has(lower) || signs.has(lower) || isNumberWord(lower);

/** The share at a place, behind its hedges, or null. */
export function readShare(tokens: readonly Token[], from: number): Amount | null {
	const { hedges, to } = readHedges(tokens, from);
	// “Some 70%” is about 70%.
	const start = at(tokens, to).lower === 'some' ? to + 1 : to;
	const between = at(tokens, start).lower === 'between';
	const share = between ? readRange(tokens, start + 1, 'and') : readOne(tokens, start);
	if (!share) return null;
	// “Two thirds or more of the reviews”.
	const more =
		at(tokens, share.to).lower === 'or' &&
		/^(?:more|less|fewer|so|over|under)$/.test(at(tokens, share.to + 1).lower);
	if (more && at(tokens, share.to + 2).lower === 'of')
		return {
			...share,
			from,
			to: share.to + 2,
			hedges: [...hedges, 'or more'],
			key: keyOf(tokens, from, share.to + 2)
		};
	return {
		...share,
		from,
		hedges: between ? [...hedges, 'between'] : hedges,
		key: keyOf(tokens, from, share.to)
	};
}

function readOne(tokens: readonly Token[], from: number): Share | null {
	return readPercentage(tokens, from) ?? readRatio(tokens, from) ?? readFraction(tokens, from);
}

function readRange(tokens: readonly Token[], from: number, joint: string): Share | null {
	const first = readOne(tokens, from) ?? bareNumber(tokens, from);
	if (!first || at(tokens, first.to).lower !== joint) return null;
	const second = readOne(tokens, first.to + 1);
	return second ? { ...second, percent: null } : null;
}

function bareNumber(tokens: readonly Token[], from: number): Share | null {
	const number = readNumber(tokens, from);
	return number ? { to: number.to, percent: null, kind: 'percentage', core: '%' } : null;
}

function readPercentage(tokens: readonly Token[], from: number): Share | null {
	const number = readNumber(tokens, from);
	if (!number) return null;
	const sign = percentSign(tokens, number.to);
	// “From 81% to 74%” are two shares, “50 to 60%” is one.
	const apart = at(tokens, from - 1).lower === 'from' && sign !== null;
	const dash = !apart && /^(?:[–—-]|to)$/.test(at(tokens, sign ?? number.to).lower);
	if (dash) {
		const upper = readNumber(tokens, (sign ?? number.to) + 1);
		const end = upper && percentSign(tokens, upper.to);
		if (end) return { to: end, percent: null, kind: 'percentage', core: '%' };
	}
	return sign ? { to: sign, percent: number.value, kind: 'percentage', core: '%' } : null;
}

/** The place after `%`, `per cent` or `percent`; null where none stands here. */
function percentSign(tokens: readonly Token[], place: number): number | null {
	const { lower } = at(tokens, place);
	if (lower === '%' || lower === 'percent' || lower === 'pc') return place + 1;
	return lower === 'per' && at(tokens, place + 1).lower === 'cent' ? place + 2 : null;
}

function readRatio(tokens: readonly Token[], from: number): Share | null {
	const part = readNumber(tokens, from);
	if (!part || !Number.isInteger(part.value)) return null;
	// “One house in four”, “four of every ten”.
	const within = nounBetween(tokens, part.to);
	const { lower } = at(tokens, within);
	const ofEvery = lower === 'of' && at(tokens, within + 1).lower === 'every';
	const out = lower === 'out' && at(tokens, within + 1).lower === 'of';
	if (lower !== 'in' && !out && !ofEvery) return null;
	let place = within + (out ? 2 : 1);
	if (at(tokens, place).lower === 'every') place += 1;
	const whole = readNumber(tokens, place) ?? roundNumber(tokens, place);
	if (!whole || !roundBases.has(whole.value) || part.value > whole.value || part.value === 0) return null;
	// “Two meetings in five weeks” is no ratio.
	if (within > part.to && singularOf(at(tokens, whole.to).lower) !== null) return null;
	return { to: whole.to, percent: (part.value / whole.value) * 100, kind: 'ratio', core: 'ratio' };
}

/** The place after a noun that stands inside a ratio, or the place given. */
function nounBetween(tokens: readonly Token[], from: number): number {
	const { lower, kind } = at(tokens, from);
	const noun = kind === 'word' && !endsGroup(lower) && !isUncounted(singularOf(lower) ?? lower);
	return noun && /^(?:in|out)$/.test(at(tokens, from + 1).lower) ? from + 1 : from;
}

/** “One in a hundred”. */
function roundNumber(tokens: readonly Token[], from: number): { value: number; to: number } | null {
	if (at(tokens, from).lower !== 'a') return null;
	const { lower } = at(tokens, from + 1);
	return lower === 'hundred' || lower === 'thousand'
		? { value: lower === 'hundred' ? 100 : 1000, to: from + 2 }
		: null;
}

function readFraction(tokens: readonly Token[], from: number): Share | null {
	const { lower } = at(tokens, from);
	const sign = signs.get(lower);
	if (sign !== undefined) return { to: from + 1, percent: sign, kind: 'fraction', core: lower };
	const [first = '', second, ...more] = lower.split('-');
	if (second !== undefined && more.length === 0) return fractionOf(counts.get(first), second, from + 1);
	if (lower === 'half') return fractionOf(1, lower, from + 1);
	const count = counts.get(lower);
	// “A good third”, “a full quarter”.
	const stressed =
		lower === 'a' && /^(?:full|good|mere|bare|whole|further)$/.test(at(tokens, from + 1).lower);
	if (stressed) return fractionOf(1, at(tokens, from + 2).lower, from + 3);
	return readFigures(tokens, from) ?? fractionOf(count, at(tokens, from + 1).lower, from + 2);
}

/** 3/4, but not 47/60, which is a count, nor 1/2/2019. */
function readFigures(tokens: readonly Token[], from: number): Share | null {
	const [above, slash, below] = [at(tokens, from), at(tokens, from + 1), at(tokens, from + 2)];
	if (slash.text !== '/' || above.end !== slash.start || slash.end !== below.start) return null;
	const proper = above.value > 0 && above.value < below.value && below.value <= 5;
	if (!proper || at(tokens, from + 3).text === '/' || at(tokens, from - 1).text === '/') return null;
	return { to: from + 3, percent: (above.value / below.value) * 100, kind: 'fraction', core: 'figures' };
}

function fractionOf(count: number | undefined, part: string, to: number): Share | null {
	const whole = parts.get(part);
	if (count === undefined || whole === undefined || count >= whole) return null;
	if (count > 1 && !part.endsWith('s')) return null;
	return { to, percent: (count / whole) * 100, kind: part === 'half' ? 'half' : 'fraction', core: part };
}
