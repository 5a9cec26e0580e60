/**
 * Somebody who reads everything that is shown of a survey, knows which combinations of strata there are, and solves the
 * equations: which groups of one to four people can they count? In exact fractions, by trying every group.
 */

/** One shown number: what it counts, as a set of atoms. */
export type ShownCount = ReadonlySet<number>;

/** Every group of at most four people, by its atoms, whose number follows from what is shown. */
export function groupsFound(counts: readonly number[], shown: readonly ShownCount[]): number[][] {
	const present = counts.flatMap((count, atom) => (count > 0 ? [atom] : []));
	const rows = echelon(shown.map((atoms) => present.map((atom) => (atoms.has(atom) ? 1n : 0n))));
	return groupsOf(present, counts).filter((group) =>
		follows(
			rows,
			present.map((atom) => (group.includes(atom) ? 1n : 0n))
		)
	);
}

/** All sets of atoms with one to four people together. */
function groupsOf(present: readonly number[], counts: readonly number[]): number[][] {
	const grow = (group: number[], people: number, from: number): number[][] => [
		...(group.length > 0 ? [group] : []),
		...present.flatMap((atom, place) =>
			place >= from && people + counts[atom]! <= 4
				? grow([...group, atom], people + counts[atom]!, place + 1)
				: []
		)
	];
	return grow([], 0, 0);
}

type Row = { pivot: number; values: bigint[] };

/** Fraction-free: whole numbers throughout. */
function echelon(vectors: readonly bigint[][]): Row[] {
	const rows: Row[] = [];
	for (const vector of vectors) {
		const values = reduced(rows, vector);
		const pivot = values.findIndex((value) => value !== 0n);
		if (pivot >= 0) rows.push({ pivot, values });
	}
	return rows;
}

function reduced(rows: readonly Row[], vector: readonly bigint[]): bigint[] {
	let values = [...vector];
	for (const row of rows) {
		const [own, pivot] = [values[row.pivot]!, row.values[row.pivot]!];
		if (own !== 0n) values = values.map((value, at) => value * pivot - row.values[at]! * own);
	}
	return values;
}

function follows(rows: readonly Row[], vector: readonly bigint[]): boolean {
	return reduced(rows, vector).every((value) => value === 0n);
}
