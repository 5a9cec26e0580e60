/** The quantity terms that an interval touches: one means that the term is secure, more that it is borderline. */
import type { ExactInterval } from './interval.ts';
import type { Interval } from './measure.ts';
import { termFor, type Bands } from './term.ts';

/**
 * Names of the terms that an exact interval for k of n touches, lowest first; the term of k of n is among them.
 * With whole numbers behind the interval its ends are compared exactly, otherwise as shares. Takes n ≥ 1.
 */
export function touchesOf(exact: ExactInterval, k: number, n: number, scale: Bands): string[] {
	const { interval, range } = exact;
	const own = termFor(k, n, scale)!;
	if (!range) return touchesOfShares(interval, own, scale);
	return between([own, termFor(range.low, range.of, scale)!, termFor(range.high, range.of, scale)!], scale);
}

/** Names of the terms from that of `low` to that of `high`, shares between 0 and 1, and the share's own term. */
export function touchesOfShares(
	interval: Pick<Interval, 'low' | 'high'>,
	own: string,
	scale: Bands
): string[] {
	return between([own, termOfShare(interval.low, scale), termOfShare(interval.high, scale)], scale);
}

/** True when an interval touches one term only; null when there is no interval. */
export function isSecure(touches: readonly string[]): boolean | null {
	return touches.length === 0 ? null : touches.length === 1;
}

/** The term of a share that is no fraction of whole numbers, such as the end of an interval. */
function termOfShare(share: number, scale: Bands): string {
	return (scale.bands.findLast((band) => share * 100 >= band.from) ?? scale.bands[0]!).name;
}

function between(terms: readonly string[], scale: Bands): string[] {
	const names = scale.bands.map((band) => band.name);
	const places = terms.map((term) => names.indexOf(term));
	return names.slice(Math.min(...places), Math.max(...places) + 1);
}
