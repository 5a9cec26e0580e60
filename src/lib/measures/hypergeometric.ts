/**
 * The exact interval for a random sample without replacement from a frame of known size: which numbers of positives
 * in the frame are compatible with k of n drawn.
 */
import { logGamma } from './beta.ts';

/** Whole numbers of positives, from low to high, in a group of a known size. */
export type WholeRange = { low: number; high: number; of: number };

/** Each one-sided test rejects when the probability of what was seen, or of more of it, is at most this. */
const level = 0.025;
/** A tail that is 2.5% but for rounding counts as 2.5%. */
const aboveLevel = level * (1 + 1e-10);

/**
 * The numbers of positives that neither of the two exact one-sided 2.5% tests rejects, when n of the group were
 * drawn at random without replacement and k of them were positive. Takes 0 ≤ k ≤ n ≤ group, n ≥ 1, whole numbers;
 * a group of a million takes well under a millisecond's worth of terms per step of about twenty.
 *
 * Source: exact test inversion for the hypergeometric distribution, as in Buonaccorsi (1987), "A note on confidence
 * intervals for proportions in finite populations", The American Statistician 41(3), 215–218.
 */
export function hypergeometricRange(k: number, n: number, group: number): WholeRange {
	return {
		low: fewestPositives(k, n, group),
		// Counting the negatives instead turns "at most k" into "at least n − k".
		high: group - fewestPositives(n - k, n, group),
		of: group
	};
}

/** The smallest K for which k or more of n drawn are not too surprising. The chance rises with K, so halving finds it. */
function fewestPositives(k: number, n: number, group: number): number {
	let rejected = k - 1;
	let kept = group - (n - k);
	while (kept - rejected > 1) {
		const middle = Math.floor((kept + rejected) / 2);
		if (tailExceedsLevel(k, n, middle, group)) kept = middle;
		else rejected = middle;
	}
	return kept;
}

/**
 * Whether P(X ≥ k) > 2.5% when K of the group are positive. Terms are added from k upwards; as each falls by a
 * larger factor than the one before, a geometric series bounds what is still to come.
 */
function tailExceedsLevel(k: number, n: number, K: number, group: number): boolean {
	const mean = (n / group) * K;
	// The median lies within one of the mean.
	if (k <= Math.floor(mean) - 1) return true;
	if (n - k > group - K) return true;
	let term = Math.exp(logProbability(k, n, K, group));
	let tail = 0;
	for (let x = k; ; x++) {
		tail += term;
		if (tail > aboveLevel) return true;
		const ratio = ((K - x) * (n - x)) / ((x + 1) * (group - K - n + x + 1));
		if (ratio < 1 && tail + (term * ratio) / (1 - ratio) <= aboveLevel) return false;
		term *= ratio;
	}
}

function logProbability(x: number, n: number, K: number, group: number): number {
	return logChoose(K, x) + logChoose(group - K, n - x) - logChoose(group, n);
}

function logChoose(from: number, chosen: number): number {
	return logGamma(from + 1) - logGamma(chosen + 1) - logGamma(from - chosen + 1);
}
