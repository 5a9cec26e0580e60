/**
 * Whether two shares differ by more than drawing samples would give. A difference is called one only where it is; what
 * was judged, or told by those who chose to answer, has no chance to be reckoned with and is never called different.
 */
import type { ShareValue } from './value.ts';

/** The 97.5% point of the standard normal distribution. */
const z = 1.959963984540054;

/** The first share less the second, with its 95% interval: all between −1 and 1. */
export type Difference = { difference: number; low: number; high: number };

/**
 * The difference of two independent shares with its 95% interval. Throws a RangeError where a base is 0.
 * Source: Newcombe (1998), "Interval estimation for the difference between independent proportions: comparison of
 * eleven methods", Statistics in Medicine 17, 873–890: method 10, the hybrid score interval without continuity
 * correction, which joins the score intervals of Wilson (1927) of either share.
 */
export function shareDifference(first: ShareValue, second: ShareValue): Difference {
	const [p, q] = [scoreInterval(first), scoreInterval(second)];
	const difference = p.share - q.share;
	return {
		difference,
		low: Math.max(-1, difference - Math.hypot(p.share - p.low, q.high - q.share)),
		high: Math.min(1, difference + Math.hypot(p.high - p.share, q.share - q.low))
	};
}

export type Verdict =
	/** The whole interval lies above 0, or below it. */
	| ({ says: 'higher' | 'lower' } & Difference)
	/** 0 lies in the interval: sampling alone may give it. */
	| ({ says: 'no-difference' } & Difference)
	/** One of them was not drawn at random. */
	| { says: 'not-sampled' };

/**
 * Whether our share differs from that of others beyond sampling. `sampled`: both were drawn at random, or whole.
 * Counts of the others that were rounded to `roundTo` may each be off by half of it; a difference must be one however
 * they were rounded, so the widest of the intervals counts.
 */
export function compareShares(
	own: ShareValue,
	others: ShareValue,
	{ sampled, roundTo }: { sampled: boolean; roundTo: number }
): Verdict {
	if (!sampled) return { says: 'not-sampled' };
	const { difference } = shareDifference(own, others);
	const possible = unrounded(others, Math.floor(roundTo / 2)).map((each) => shareDifference(own, each));
	const low = Math.min(...possible.map((each) => each.low));
	const high = Math.max(...possible.map((each) => each.high));
	const says = low > 0 ? 'higher' : high < 0 ? 'lower' : 'no-difference';
	return { says, difference, low, high };
}

/** What may have stood there before rounding, at its outermost: each count off by `off` to either side. */
function unrounded({ positive, base }: ShareValue, off: number): ShareValue[] {
	const bases = [base - off, base, base + off].filter((each) => each > 0);
	return bases.flatMap((each) =>
		[positive - off, positive, positive + off].map((count) => ({
			positive: Math.min(Math.max(count, 0), each),
			base: each
		}))
	);
}

/** Wilson's score interval at 95%: Wilson (1927), Journal of the American Statistical Association 22, 209–212. */
function scoreInterval({ positive, base }: ShareValue): { share: number; low: number; high: number } {
	if (!(base > 0)) throw new RangeError('A share of no records cannot be compared.');
	const share = positive / base;
	const square = z * z;
	const middle = 2 * positive + square;
	const reach = z * Math.sqrt(square + 4 * positive * (1 - share));
	const whole = 2 * (base + square);
	// At none and all, one end is the share itself; the sums would miss it by the last digit.
	return {
		share,
		low: positive === 0 ? 0 : (middle - reach) / whole,
		high: positive === base ? 1 : (middle + reach) / whole
	};
}
