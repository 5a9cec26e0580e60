/** The exact 95% interval for the share in the whole frame, from k positive answers among a base of n drawn at random. */
import { betaQuantile } from './beta.ts';
import { hypergeometricRange, type WholeRange } from './hypergeometric.ts';
import type { Interval } from './measure.ts';
import { checkCounts } from './term.ts';

/** An interval, and the whole numbers behind it where the size of the group asked about is known. */
export type ExactInterval = { interval: Interval; range: WholeRange | null };

/**
 * The interval for k of n (whole numbers). `group` is the size of the group that the question is about, or null
 * when it is not known: hypergeometric with it, Clopper–Pearson without. When the whole group answered, the method
 * is `census` and there is no width. Null when n is 0. Throws a RangeError when n is larger than the group.
 *
 * An interval in whole numbers can miss the share of the sample by less than one record (1 of 999 drawn from 1,000:
 * only 1 of 1,000 is possible). It is then widened to hold it.
 */
export function exactInterval(k: number, n: number, group: number | null): ExactInterval | null {
	checkCounts(k, n);
	if (group === null) return n === 0 ? null : { interval: clopperPearson(k, n), range: null };
	if (n > group)
		throw new RangeError(
			`The base is ${n}, more than the ${group} that there are; check the size of the frame.`
		);
	if (n === 0) return null;
	const share = k / n;
	if (n === group)
		return { interval: { low: share, high: share, method: 'census' }, range: { low: k, high: k, of: n } };
	const range = hypergeometricRange(k, n, group);
	const low = Math.min(range.low / group, share);
	const high = Math.max(range.high / group, share);
	return { interval: { low, high, method: 'hypergeometric' }, range };
}

/**
 * How large the group that a question is about may be: the frame less those drawn to whom it did not apply. Among
 * those not drawn it may not apply to some either, but how many is unknown; counting them all makes the interval
 * wider, never narrower, and leaves a census without width.
 */
export function groupAskedAbout(frameSize: number | null, notApplicable: number): number | null {
	return frameSize === null ? null : frameSize - notApplicable;
}

/**
 * The exact binomial interval at 95% for x of n, n > 0; neither needs to be a whole number.
 * Source: Clopper and Pearson (1934), "The use of confidence or fiducial limits illustrated in the case of the
 * binomial", Biometrika 26(4), 404–413, in its form with beta quantiles.
 */
export function clopperPearson(x: number, n: number): Interval {
	const low = x <= 0 ? 0 : betaQuantile(0.025, x, n - x + 1);
	const high = x >= n ? 1 : 1 - betaQuantile(0.025, n - x, x + 1);
	return { low, high, method: 'clopper-pearson' };
}
