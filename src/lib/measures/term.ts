/**
 * The quantity term of a share. A share is compared with the bounds of a scale as whole numbers, never as a rounded
 * percentage: with 60 files every bound of the Care Inspectorate's scale falls exactly on a whole file.
 */
import type { QuantityScale } from '#lib/frameworks/scales.ts';

/** Any quantity scale: bands in whole per cent, lowest first, from included, to not, 100 in the last. */
export type Bands = { readonly bands: readonly QuantityScale['bands'][number][] };

/**
 * The term for k of n, or null when n is 0: no evidence has no term.
 * Throws a RangeError unless k and n are whole numbers with 0 ≤ k ≤ n.
 */
export function termFor(k: number, n: number, scale: Bands): string | null {
	checkCounts(k, n);
	return n === 0 ? null : bandWhere((bound) => k * 100 >= bound * n, scale);
}

/**
 * The term for an exact fraction too large for plain numbers, such as a weighted share; null when the denominator
 * is 0. Throws a RangeError unless 0 ≤ numerator ≤ denominator.
 */
export function termForFraction(numerator: bigint, denominator: bigint, scale: Bands): string | null {
	if (numerator < 0n || numerator > denominator)
		throw new RangeError(`A share lies between 0 and 1; this one is ${numerator} of ${denominator}.`);
	if (denominator === 0n) return null;
	return bandWhere((bound) => numerator * 100n >= BigInt(bound) * denominator, scale);
}

/** As a person would say it: `none` for 0 of n, `all` for n of n, otherwise the term. Null when n is 0. */
export function spokenTerm(k: number, n: number, scale: Bands): string | null {
	const term = termFor(k, n, scale);
	return term === null ? null : spoken(term, k, n);
}

/** The word that stands for a term when nothing or everything was positive. */
export function spoken(term: string, k: number, n: number): string {
	if (k === 0) return 'none';
	return k === n ? 'all' : term;
}

/**
 * The beginning of a message title, ready for the unit in the plural: `${termPhrase(54, 60, scale)}files show …` is
 * "Almost all files show …"; 0 of n gives "No ", n of n "All ". Null when n is 0.
 */
export function termPhrase(k: number, n: number, scale: Bands): string | null {
	const word = spokenTerm(k, n, scale);
	return word === null ? null : phraseOf(word);
}

/** The beginning of a message title from a spoken term: `few` → "Few ", `the majority` → "The majority of ". */
export function phraseOf(spokenWord: string): string {
	if (spokenWord === 'none') return 'No ';
	const capital = spokenWord.charAt(0).toUpperCase() + spokenWord.slice(1);
	return standsBeforeNoun.test(spokenWord) ? `${capital} ` : `${capital} of `;
}

/** Throws a RangeError unless k and n are whole numbers with 0 ≤ k ≤ n. */
export function checkCounts(k: number, n: number): void {
	const whole = Number.isSafeInteger(k) && Number.isSafeInteger(n);
	if (!whole || k < 0 || k > n)
		throw new RangeError(`A share needs whole numbers, none below 0 and k at most n; got ${k} of ${n}.`);
}

/** Words that are followed by the noun itself; all other terms need an "of" between. */
const standsBeforeNoun = /^(very |relatively |almost |nearly )?(all|few|some|many|most|several)$/;

/** The highest band whose lower bound the share reaches. */
function bandWhere(reaches: (bound: number) => boolean, scale: Bands): string | null {
	let found: string | null = null;
	for (const band of scale.bands) if (reaches(band.from)) found = band.name;
	return found;
}
