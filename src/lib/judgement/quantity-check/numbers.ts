/** Numbers in figures and in words: 1,200 · forty-seven · one hundred and twenty. */
import { at, type Token } from './sentences.ts';

const small =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const units = new Map(small.split(' ').map((word, value) => [word, value]));
const tens = new Map(
	'twenty thirty forty fifty sixty seventy eighty ninety'
		.split(' ')
		.map((word, index) => [word, (index + 2) * 10])
);

/** Whether a word, or its part before a hyphen, is a number. */
export function isNumberWord(lower: string): boolean {
	const hyphen = lower.indexOf('-');
	const first = hyphen < 0 ? lower : lower.slice(0, hyphen);
	return units.has(first) || tens.has(first);
}

export type ReadNumber = {
	value: number;
	/** The place after the number. */
	to: number;
};

/** The number that begins at a place of a sentence, or null. Ordinals and money are no numbers. */
export function readNumber(tokens: readonly Token[], from: number): ReadNumber | null {
	const first = at(tokens, from);
	if (first.kind === 'number') {
		const next = at(tokens, from + 1);
		const ordinal = next.kind === 'word' && next.start === first.end;
		const money = /^[£€$]$/.test(at(tokens, from - 1).text);
		return Number.isNaN(first.value) || ordinal || money ? null : { value: first.value, to: from + 1 };
	}
	return first.kind === 'word' ? readWords(tokens, from) : null;
}

function readWords(tokens: readonly Token[], from: number): ReadNumber | null {
	const start = belowHundred(tokens, from);
	if (!start || at(tokens, start.to).lower !== 'hundred') return start;
	const hundreds = { value: start.value * 100, to: start.to + 1 };
	if (at(tokens, hundreds.to).lower !== 'and') return hundreds;
	const rest = belowHundred(tokens, hundreds.to + 1);
	return rest ? { value: hundreds.value + rest.value, to: rest.to } : hundreds;
}

function belowHundred(tokens: readonly Token[], from: number): ReadNumber | null {
	const [first = '', second, ...more] = at(tokens, from).lower.split('-');
	if (more.length > 0) return null;
	if (second !== undefined) {
		const value = (tens.get(first) ?? NaN) + (units.get(second) ?? NaN);
		return Number.isNaN(value) ? null : { value, to: from + 1 };
	}
	const unit = units.get(first);
	if (unit !== undefined) return { value: unit, to: from + 1 };
	const ten = tens.get(first);
	if (ten === undefined) return null;
	const unitAfter = units.get(at(tokens, from + 1).lower);
	return unitAfter !== undefined && unitAfter > 0 && unitAfter < 10
		? { value: ten + unitAfter, to: from + 2 }
		: { value: ten, to: from + 1 };
}

/** A whole number as a sentence says it: in words up to ten, in figures with commas above. */
export function numberInWords(count: number): string {
	return count <= 10 ? small.split(' ')[count]! : String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
