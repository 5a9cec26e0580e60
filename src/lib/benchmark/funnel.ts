/**
 * A funnel plot's limits: between which shares a result lies when it differs from a target by chance only, by the
 * number of records behind it. Few records, a wide funnel; many, a narrow one.
 */
import { incompleteBeta } from '#lib/measures/beta.ts';

/** Of 1,000 results that differ from the target by chance only, 25 (or 0.5) lie beyond each limit. */
export const funnelTails = { common: 0.025, rare: 0.0005 } as const;

/** Shares between 0 and 1: the 95% limits, and the 99.9% limits around them. */
export type FunnelLimits = { low95: number; high95: number; low999: number; high999: number };

/**
 * The exact binomial limits around a target share (0 to 1) for n records, n a whole number above 0; two-sided, with
 * equal tails. Throws a RangeError for any other n or target.
 *
 * Source: Spiegelhalter (2005), "Funnel plots for comparing institutional performance", Statistics in Medicine 24,
 * 1185–1202, appendix A.1.1: the limit is interpolated between the last whole number of positive answers whose tail
 * is within the bound and the next. The upper limit is the lower one of the answers that are not positive, so that
 * both sides are treated alike and a result lies outside a limit just where its own exact tail is that small.
 */
export function funnelLimits(target: number, n: number): FunnelLimits {
	if (!Number.isSafeInteger(n) || n < 1)
		throw new RangeError(`A funnel needs a whole number of records above 0; got ${n}.`);
	if (!(target >= 0 && target <= 1)) throw new RangeError(`A target lies between 0 and 1; got ${target}.`);
	return {
		low95: lowerLimit(target, n, funnelTails.common),
		high95: 1 - lowerLimit(1 - target, n, funnelTails.common),
		low999: lowerLimit(target, n, funnelTails.rare),
		high999: 1 - lowerLimit(1 - target, n, funnelTails.rare)
	};
}

/** Where a result lies in the funnel: within what chance alone would give, outside 95%, or outside 99.9% too. */
export type FunnelPlace = { side: 'inside' } | { side: 'below' | 'above'; limit: '95%' | '99.9%' };

/** Where k of n lies in the funnel around a target. Throws a RangeError as `funnelLimits` does. */
export function funnelPlace(k: number, n: number, target: number): FunnelPlace {
	const { low95, high95, low999, high999 } = funnelLimits(target, n);
	const share = k / n;
	// Limits and share are worked out by different sums; what differs by less than this is on the limit, so inside.
	const nearer = 1e-9;
	if (share < low95 - nearer) return { side: 'below', limit: share < low999 - nearer ? '99.9%' : '95%' };
	if (share > high95 + nearer) return { side: 'above', limit: share > high999 + nearer ? '99.9%' : '95%' };
	return { side: 'inside' };
}

export type FunnelPoint = { n: number } & FunnelLimits;

/** The curves: limits at about `points` numbers of records from 1 to `most`, closer together where the curve bends. */
export function funnelCurve(target: number, most: number, points = 80): FunnelPoint[] {
	const sizes = new Set<number>();
	for (let step = 1; step <= points; step++) sizes.add(Math.max(1, Math.round(most * (step / points) ** 2)));
	return [...sizes].map((n) => ({ n, ...funnelLimits(target, n) }));
}

/** Probability of at most r positive answers of n, each with the probability `share`. */
function atMost(r: number, n: number, share: number): number {
	if (r < 0) return 0;
	if (r >= n) return 1;
	return incompleteBeta(1 - share, n - r, r + 1);
}

function lowerLimit(target: number, n: number, tail: number): number {
	// The smallest number of positive answers that is reached with more than the tail's probability, by bisection.
	let below = -1;
	let reached = n;
	while (reached - below > 1) {
		const middle = Math.floor((below + reached) / 2);
		if (atMost(middle, n, target) > tail) reached = middle;
		else below = middle;
	}
	const upTo = atMost(reached, n, target);
	const before = atMost(reached - 1, n, target);
	const overshoot = (upTo - tail) / (upTo - before);
	return Math.max(0, (reached - overshoot) / n);
}
