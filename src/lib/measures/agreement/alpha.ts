/** Krippendorff's alpha, for any number of readers, with answers missing. */
import { undefinedBecause, withError, type Coefficient } from './coefficient.ts';
import { countByRecord, sum, weightedProduct, type Ratings, type Weights } from './ratings.ts';

/** How often each category was given, over the records that have at least two answers: only these can agree. */
export function pairableCounts(ratings: Ratings, categories: number): number[] {
	const records = countByRecord(ratings, categories).filter((counts) => sum(counts) >= 2);
	return Array.from({ length: categories }, (_, k) => sum(records.map((counts) => counts[k]!)));
}

/**
 * α = 1 − Do ÷ De, the differences observed by those expected, here written with weights (1 − difference):
 * α = (pa − pe) ÷ (1 − pe), with Krippendorff's correction for a small number of answers in pa.
 * Sources: Krippendorff (2011), “Computing Krippendorff's alpha-reliability”; in the form with weights, and the
 * standard error over records, Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition.
 */
export function krippendorffAlpha(ratings: Ratings, weights: Weights): Coefficient {
	const records = countByRecord(ratings, weights.length).filter((counts) => sum(counts) >= 2);
	const n = records.length;
	if (n === 0) return undefinedBecause('no record was answered by both');
	const answers = sum(records.map(sum));
	const mean = answers / n;
	const agreements = records.map((counts) => {
		const alike = counts.map(
			(count, k) => count * (sum(counts.map((other, l) => weights[k]![l]! * other)) - 1)
		);
		return sum(alike) / (mean * (sum(counts) - 1));
	});
	const uncorrected = sum(agreements) / n;
	const shares = weights.map((_, k) => sum(records.map((counts) => counts[k]!)) / answers);
	const expected = weightedProduct(weights, shares, shares);
	if (1 - expected < 1e-12)
		return undefinedBecause('all answers are the same, so that nothing tells agreement from habit');
	const observed = uncorrected * (1 - 1 / answers) + 1 / answers;
	const value = (observed - expected) / (1 - expected);
	const before = (uncorrected - expected) / (1 - expected);
	const meanWeights = weights.map((row) => sum(row.map((weight, l) => weight * shares[l]!)));
	const terms = records.map((counts, i) => {
		const more = (sum(counts) - mean) / mean;
		const agreed = (agreements[i]! - uncorrected * more - expected) / (1 - expected);
		const chance = sum(counts.map((count, k) => count * meanWeights[k]!)) / mean - expected * more;
		return agreed - (2 * (1 - before) * (chance - expected)) / (1 - expected);
	});
	const variance = sum(terms.map((term) => (term - before) ** 2)) / (n * (n - 1));
	return withError(value, Math.sqrt(variance), n);
}
