/** Cohen's kappa, of two readers, for weights of any kind. */
import { undefinedBecause, withError, type Coefficient } from './coefficient.ts';
import { crossTable, sum, weightedProduct, type Ratings, type Weights } from './ratings.ts';

/**
 * κ = (po − pe) ÷ (1 − pe), pe from how often each reader gave each answer. The first two answers of each row count.
 * Sources: Cohen (1960), Educational and Psychological Measurement 20(1), 37–46; with weights Cohen (1968),
 * Psychological Bulletin 70(4), 213–220; standard error Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72(5),
 * 323–327.
 */
export function cohenKappa(ratings: Ratings, weights: Weights): Coefficient {
	const table = crossTable(ratings, weights.length);
	const pairs = sum(table.map(sum));
	if (pairs === 0) return undefinedBecause('no record was answered by both');
	const shares = table.map((row) => row.map((count) => count / pairs));
	const first = shares.map(sum);
	const second = shares.map((_, l) => sum(shares.map((row) => row[l]!)));
	const observed = sum(shares.map((row, k) => sum(row.map((share, l) => share * weights[k]![l]!))));
	const expected = weightedProduct(weights, first, second);
	if (1 - expected < 1e-12)
		return undefinedBecause(
			'both readers gave every record the same answer, so that chance would give it too'
		);
	const kappa = (observed - expected) / (1 - expected);
	// The mean weight of each answer against what the other reader gave.
	const ofFirst = weights.map((row) => sum(row.map((weight, l) => weight * second[l]!)));
	const ofSecond = weights.map((_, l) => sum(weights.map((row, k) => row[l]! * first[k]!)));
	const spread = sum(
		shares.map((row, k) =>
			sum(row.map((share, l) => share * (weights[k]![l]! - (ofFirst[k]! + ofSecond[l]!) * (1 - kappa)) ** 2))
		)
	);
	const variance = (spread - (kappa - expected * (1 - kappa)) ** 2) / (pairs * (1 - expected) ** 2);
	return withError(kappa, Math.sqrt(Math.max(0, variance)), pairs);
}
