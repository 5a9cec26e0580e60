/** Gwet's AC1, and AC2 where the weights are not all or nothing; for any number of readers, with answers missing. */
import { undefinedBecause, withError, type Coefficient } from './coefficient.ts';
import { countByRecord, sum, type Ratings, type Weights } from './ratings.ts';

/**
 * AC = (pa − pe) ÷ (1 − pe), where chance is taken to act only on answers that are hard to give:
 * pe = T ÷ (q (q − 1)) × Σ π_k (1 − π_k), T being the sum of all weights and q the number of categories.
 * Sources: Gwet (2008), British Journal of Mathematical and Statistical Psychology 61(1), 29–48; weights, missing
 * answers and the standard error over records as in Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition.
 */
export function gwetCoefficient(ratings: Ratings, weights: Weights): Coefficient {
	const q = weights.length;
	const records = countByRecord(ratings, q);
	const n = records.length;
	const paired = records.filter((counts) => sum(counts) >= 2).length;
	if (paired === 0) return undefinedBecause('no record was answered by both');
	if (q < 2) return undefinedBecause('the question has a single answer');
	const agreements = records.map((counts) => agreementIn(counts, weights));
	const observed = sum(agreements) / paired;
	const shares = weights.map((_, k) => sum(records.map((counts) => counts[k]! / sum(counts))) / n);
	const perCategory = sum(weights.map(sum)) / (q * (q - 1));
	const expected = perCategory * sum(shares.map((share) => share * (1 - share)));
	if (1 - expected < 1e-12) return undefinedBecause('chance alone would make all answers alike');
	const value = (observed - expected) / (1 - expected);
	const terms = records.map((counts, i) => {
		const own = sum(counts);
		const agreed = ((n / paired) * (agreements[i]! - (own >= 2 ? expected : 0))) / (1 - expected);
		const chance = (perCategory * sum(counts.map((count, k) => count * (1 - shares[k]!)))) / own;
		return agreed - (2 * (1 - value) * (chance - expected)) / (1 - expected);
	});
	const variance = sum(terms.map((term) => (term - value) ** 2)) / (n * (n - 1));
	return withError(value, Math.sqrt(variance), n);
}

/** The mean weight over the pairs of answers to one record; 0 where there is no pair. */
function agreementIn(counts: readonly number[], weights: Weights): number {
	const own = sum(counts);
	if (own < 2) return 0;
	const alike = sum(
		counts.map((count, k) => count * (sum(counts.map((other, l) => weights[k]![l]! * other)) - 1))
	);
	return alike / (own * (own - 1));
}
