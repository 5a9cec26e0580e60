/** How many are drawn from each stratum. */

/** A stratum and its size in the frame, above 0. */
export type Stratum = { name: string; size: number };

/**
 * The numbers for a proportional stratified sample of `size`, which is at most the frame, by name of stratum.
 *
 * A stratum that would get less than one gets one, when the size allows one for each; the others share what is left in
 * proportion to their sizes by the method of the largest remainder: each gets the whole part of size × N_h ÷ N, and
 * what then remains goes one by one to the largest remainders (the larger stratum, then the first by name, when two
 * are the same). Worked in whole numbers.
 *
 * Source: Cochran (1977), "Sampling Techniques", 5.3 for proportional allocation; Balinski and Young (1982), "Fair
 * Representation", for the largest remainder, which they name after Hamilton.
 */
export function proportional(strata: readonly Stratum[], size: number): Map<string, number> {
	const numbers = new Map(strata.map(({ name }) => [name, 0]));
	let sharing = [...strata];
	let left = size;
	while (size >= strata.length) {
		const total = sum(sharing);
		const tooSmall = sharing.filter((stratum) => left * stratum.size < total);
		if (tooSmall.length === 0) break;
		for (const { name } of tooSmall) numbers.set(name, 1);
		sharing = sharing.filter((stratum) => !tooSmall.includes(stratum));
		left -= tooSmall.length;
	}
	for (const [name, number] of byLargestRemainder(sharing, left)) numbers.set(name, number);
	return numbers;
}

function byLargestRemainder(strata: readonly Stratum[], size: number): Map<string, number> {
	const total = sum(strata);
	if (total === 0) return new Map();
	const shares = strata.map((stratum) => ({
		...stratum,
		whole: Math.floor((size * stratum.size) / total),
		remainder: (size * stratum.size) % total
	}));
	const given = shares.reduce((already, { whole }) => already + whole, 0);
	const next = [...shares]
		.sort((a, b) => b.remainder - a.remainder || b.size - a.size || (a.name < b.name ? -1 : 1))
		.slice(0, size - given);
	return new Map(shares.map((share) => [share.name, share.whole + (next.includes(share) ? 1 : 0)]));
}

function sum(strata: readonly Stratum[]): number {
	return strata.reduce((total, { size }) => total + size, 0);
}
