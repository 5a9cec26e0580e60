/**
 * The share of a stratified sample: each stratum counts by its size in the frame, not by how many of it were drawn.
 * The share is an exact fraction, so that its term is decided on whole numbers; its interval is approximate.
 */
import { betaQuantile } from './beta.ts';
import { clopperPearson } from './interval.ts';
import type { Interval } from './measure.ts';

/** One stratum: its size in the frame, k of n, and how many of those drawn the question did not apply to. */
export type SizedStratum = { size: number; positive: number; base: number; notApplicable: number };

/** An exact fraction, reduced, and its value as a share between 0 and 1. */
export type WeightedShare = { numerator: bigint; denominator: bigint; share: number };

/**
 * The weighted share: Σ N_h k_h/a_h divided by Σ N_h n_h/a_h, where a_h counts those of stratum h whose answer is
 * known, "not applicable" among them. Where the question applied to everyone this is Σ (N_h/N)(k_h/n_h); otherwise
 * each stratum weighs as many as the question is estimated to apply to. Blank answers are taken to be like the
 * others of their stratum. Source: Cochran (1977), Sampling Techniques, 3rd edition, sections 5.3 and 5A.14.
 *
 * Null when a stratum has nothing known: its people would be left out, or counted like others, without saying so.
 * Null, too, when the question applied to nobody.
 */
export function weightedShare(strata: readonly SizedStratum[]): WeightedShare | null {
	if (strata.length === 0 || strata.some((stratum) => known(stratum) === 0)) return null;
	const product = strata.reduce((all, stratum) => all * BigInt(known(stratum)), 1n);
	let [numerator, denominator] = [0n, 0n];
	for (const stratum of strata) {
		const weight = (product / BigInt(known(stratum))) * BigInt(stratum.size);
		numerator += weight * BigInt(stratum.positive);
		denominator += weight * BigInt(stratum.base);
	}
	if (denominator === 0n) return null;
	const divisor = greatestCommonDivisor(numerator, denominator);
	return reduced(numerator / divisor, denominator / divisor);
}

/**
 * A 95% interval for the weighted share: Clopper–Pearson on the effective sample size, that is the size of a simple
 * random sample with the same variance, lowered for the degrees of freedom, at most the base, and then enlarged by
 * the finite population correction. Everybody known in every stratum is a census, without width.
 *
 * The variance of a stratum is reckoned with one positive and one negative answer added, so that a few answers that
 * happen to agree are not taken to have no variance. When nothing or everything is positive, the share for the
 * effective size is reckoned so as well, and the correction is left out.
 *
 * Sources: Korn and Graubard (1998), "Confidence intervals for proportions with small expected number of positive
 * counts estimated from survey data", Survey Methodology 24(2), 193–201; the added answers after Agresti and Caffo
 * (2000), "Simple and effective confidence intervals for proportions and differences of proportions", The American
 * Statistician 54(4), 280–288.
 */
export function weightedInterval(strata: readonly SizedStratum[], { share }: WeightedShare): Interval {
	const drawn = strata.filter((stratum) => known(stratum) < stratum.size);
	if (drawn.length === 0) return { low: share, high: share, method: 'census' };
	const size = effectiveSize(strata, drawn, share);
	const { low, high } = clopperPearson(share * size, size);
	return { low: Math.min(low, share), high: Math.max(high, share), method: 'stratified' };
}

function effectiveSize(
	strata: readonly SizedStratum[],
	drawn: readonly SizedStratum[],
	share: number
): number {
	const base = total(strata, (stratum) => stratum.base);
	const moderate = strata.map((stratum) => (drawn.includes(stratum) ? withTwoAnswers(stratum) : stratum));
	const inside = share > 0 && share < 1;
	const centre = inside ? share : weightedShare(moderate)!.share;
	const variance = (corrected: boolean) =>
		total(drawn, (stratum) => stratumVariance(stratum, centre, corrected)) / weightedBase(moderate) ** 2;
	const uncorrected = variance(false);
	const freedom = total(drawn, (stratum) => known(stratum) - 1);
	const forFreedom = (studentQuantile(base - 1) / studentQuantile(freedom)) ** 2;
	const size = Math.min(base, ((centre * (1 - centre)) / uncorrected) * forFreedom);
	return inside ? size * (uncorrected / variance(true)) : size;
}

function withTwoAnswers(stratum: SizedStratum): SizedStratum {
	return { ...stratum, positive: stratum.positive + 1, base: stratum.base + 2 };
}

/** Variance of a stratum's part of the total of (answer − centre) over those in the base, linearised. */
function stratumVariance(stratum: SizedStratum, centre: number, corrected: boolean): number {
	const { positive, base } = withTwoAnswers(stratum);
	const answers = base + stratum.notApplicable;
	const mean = (positive - centre * base) / answers;
	const square = (positive * (1 - centre) ** 2 + (base - positive) * centre ** 2) / answers - mean ** 2;
	const correction = corrected ? 1 - known(stratum) / stratum.size : 1;
	return (stratum.size ** 2 * correction * square) / known(stratum);
}

/** How many in the frame the question is estimated to apply to. */
function weightedBase(strata: readonly SizedStratum[]): number {
	return total(strata, (stratum) => (stratum.size / known(stratum)) * stratum.base);
}

/** The point that Student's t exceeds with probability 2.5%; fewer degrees of freedom than one count as one. */
export function studentQuantile(freedom: number): number {
	const degrees = Math.max(1, freedom);
	const x = betaQuantile(0.05, degrees / 2, 0.5);
	return Math.sqrt((degrees * (1 - x)) / x);
}

function known(stratum: SizedStratum): number {
	return stratum.base + stratum.notApplicable;
}

function total(strata: readonly SizedStratum[], of: (stratum: SizedStratum) => number): number {
	return strata.reduce((sum, stratum) => sum + of(stratum), 0);
}

function reduced(numerator: bigint, denominator: bigint): WeightedShare {
	const plain = denominator <= BigInt(Number.MAX_SAFE_INTEGER);
	const share = plain
		? Number(numerator) / Number(denominator)
		: Number((numerator << 60n) / denominator) / 2 ** 60;
	return { numerator, denominator, share };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
	return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
