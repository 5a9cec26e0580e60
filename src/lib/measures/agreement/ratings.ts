/** What agreement is worked out from: what each reader said of each record, and how far two answers are alike. */

/** A row for each record, in it the category of each reader by its position, or null where a reader gave none. */
export type Ratings = readonly (readonly (number | null)[])[];

/** Categories × categories, from 1 (the same) to 0 (as different as can be). Symmetric. */
export type Weights = readonly (readonly number[])[];

/** How often each category was given, for each record with at least one answer. */
export function countByRecord(ratings: Ratings, categories: number): number[][] {
	return ratings
		.map((row) => {
			const counts = new Array<number>(categories).fill(0);
			for (const category of row) if (category !== null) counts[category]!++;
			return counts;
		})
		.filter((counts) => sum(counts) > 0);
}

/** The records that two readers answered, as a table of the first one's category by the second one's. */
export function crossTable(ratings: Ratings, categories: number): number[][] {
	const table = Array.from({ length: categories }, () => new Array<number>(categories).fill(0));
	for (const [first, second] of ratings) if (first != null && second != null) table[first]![second]!++;
	return table;
}

export const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** Σ w_kl x_k y_l. */
export function weightedProduct(weights: Weights, x: readonly number[], y: readonly number[]): number {
	return sum(weights.map((row, k) => x[k]! * sum(row.map((weight, l) => weight * y[l]!))));
}
