/**
 * What sums and differences of shown counts tell. Each shown stratum is one equation over the atoms, the whole is one
 * more; a group of atoms can be worked out exactly when its own equation is a combination of these, that is, when it
 * lies in their row space. It does so exactly when it stands at right angles to every vector of the null space.
 */

/** Atoms that nothing shown tells apart: the stratum shown in each column (null: none), and how many there are. */
export type CountedAtom = {
	shown: readonly (string | null)[];
	count: number;
	/** The atoms that were taken together, by their places. */
	members: readonly number[];
};

/**
 * Members of a group of at most four people whose number can be worked out, the fewest atoms first; null when there
 * is none. Such a group has at most four atoms, for each of them holds somebody: all are tried, in pairs of pairs.
 */
export function smallGroupIn(atoms: readonly CountedAtom[], most = 4): number[] | null {
	const labels = labelsOf(atoms);
	const small = atoms.flatMap(({ count }, place) => (count <= most ? [place] : []));
	const membersOf = (places: readonly number[]) => places.flatMap((place) => atoms[place]!.members);
	const alone = small.find((place) => isZero(labels[place]!));
	if (alone !== undefined) return membersOf([alone]);

	const byLabel = Map.groupBy(small, (place) => nameOf(labels[place]!));
	const pairs = new Map<string, [number, number][]>();
	let three: number[] | null = null;
	for (const [index, a] of small.entries())
		for (const b of small.slice(index + 1)) {
			const count = atoms[a]!.count + atoms[b]!.count;
			if (count > most) continue;
			const sum = add(labels[a]!, labels[b]!);
			if (isZero(sum)) return membersOf([a, b]);
			if (count === most) continue;
			const opposite = nameOf(negative(sum));
			const c = byLabel
				.get(opposite)
				?.find((each) => each !== a && each !== b && atoms[each]!.count + count <= most);
			if (c !== undefined) three ??= [a, b, c];
			if (count === 2) pairs.set(nameOf(sum), [...(pairs.get(nameOf(sum)) ?? []), [a, b]]);
		}
	if (three) return membersOf(three);
	for (const ones of pairs.values()) {
		const [a, b] = ones[0]!;
		const opposite = pairs.get(nameOf(negative(add(labels[a]!, labels[b]!)))) ?? [];
		for (const one of ones)
			for (const other of opposite)
				if (!other.some((place) => one.includes(place))) return membersOf([...one, ...other]);
	}
	return null;
}

/** Whether the number of people in a group, given by its members, can be worked out. */
export function recoverable(atoms: readonly CountedAtom[], group: ReadonlySet<number>): boolean {
	const within = atoms.map(({ members }) => members.filter((member) => group.has(member)).length);
	if (atoms.some(({ members }, place) => within[place] !== 0 && within[place] !== members.length))
		return false;
	const labels = labelsOf(atoms);
	return isZero(
		labels.reduce<Label>((sum, label, place) => (within[place]! > 0 ? add(sum, label) : sum), [0, 0])
	);
}

/**
 * Two vectors of the null space, drawn at random; the numbers of an atom in them are its label. A group that can be
 * worked out has labels that add up to zero. Any other does so once in p² = 2⁵² times, and is then protected without
 * need. They are reckoned modulo a prime, so that nothing is rounded: the fractions that combine the equations have
 * small denominators, which p does not divide.
 */
type Label = readonly [number, number];

/** The largest prime below 2²⁶: a product of two numbers below it is still exact. */
const p = 67_108_859;

function labelsOf(atoms: readonly CountedAtom[]): Label[] {
	const equations = new Map<string, number>();
	const placeOf = (name: string) => equations.get(name) ?? equations.set(name, equations.size).size - 1;
	const columns = atoms.map(({ shown }) => [
		placeOf('whole'),
		...shown.flatMap((stratum, column) => (stratum === null ? [] : [placeOf(`${column} ${stratum}`)]))
	]);
	const size = equations.size;
	const vectorOf = (places: readonly number[]) => {
		const vector = new Array<number>(size).fill(0);
		for (const place of places) vector[place] = 1;
		return vector;
	};
	const basis = new Basis();
	const free = columns.flatMap((places, atom) => (basis.take(vectorOf(places), atom) ? [] : [atom]));
	const random = randomNumbers();
	const draw = (): number[] => {
		const label = new Array<number>(atoms.length).fill(0);
		const rest = new Array<number>(size).fill(0);
		for (const atom of free) {
			label[atom] = random();
			for (const place of columns[atom]!) rest[place] = (rest[place]! + label[atom]!) % p;
		}
		for (const [atom, share] of basis.combine(rest)) label[atom] = (p - share) % p;
		return label;
	};
	const [first, second] = [draw(), draw()];
	return atoms.map((_, atom) => [first[atom]!, second[atom]!]);
}

/** Independent vectors modulo p in echelon form, each with the combination of those taken that makes it. */
class Basis {
	private readonly rows = new Map<number, { vector: number[]; made: Map<number, number> }>();

	/** False when the vector is a combination of those taken before. */
	take(vector: number[], name: number): boolean {
		const made = new Map([[name, 1]]);
		for (const [row, share] of this.reduce(vector))
			for (const [other, part] of row.made)
				made.set(other, ((made.get(other) ?? 0) + (p - share) * part) % p);
		const pivot = vector.findIndex((value) => value !== 0);
		if (pivot < 0) return false;
		const inverse = power(vector[pivot]!, p - 2);
		const scale = (value: number) => (value * inverse) % p;
		this.rows.set(pivot, {
			vector: vector.map(scale),
			made: new Map([...made].map(([other, part]) => [other, scale(part)]))
		});
		return true;
	}

	/** By name, how much of each vector taken makes up this one, which must be a combination of them. */
	combine(vector: number[]): Map<number, number> {
		const shares = new Map<number, number>();
		for (const [row, share] of this.reduce(vector))
			for (const [name, part] of row.made) shares.set(name, ((shares.get(name) ?? 0) + share * part) % p);
		return shares;
	}

	/** Takes from the vector, in place, what the rows hold of it; which row, and how often. */
	private *reduce(vector: number[]) {
		for (let place = 0; place < vector.length; place++) {
			const row = this.rows.get(place);
			const share = vector[place]!;
			if (!row || share === 0) continue;
			for (let at = place; at < vector.length; at++)
				vector[at] = (vector[at]! + (p - share) * row.vector[at]!) % p;
			yield [row, share] as const;
		}
	}
}

function power(base: number, exponent: number): number {
	let result = 1;
	for (let [square, left] = [base, exponent]; left > 0; left = Math.floor(left / 2)) {
		if (left % 2 === 1) result = (result * square) % p;
		square = (square * square) % p;
	}
	return result;
}

const isZero = ([a, b]: Label) => a === 0 && b === 0;
const add = (one: Label, other: Label): Label => [(one[0] + other[0]) % p, (one[1] + other[1]) % p];
const negative = ([a, b]: Label): Label => [(p - a) % p, (p - b) % p];
const nameOf = ([a, b]: Label) => `${a} ${b}`;

/** The same numbers each time, so that the same strata are hidden each time: a linear congruential generator. */
function randomNumbers(): () => number {
	let state = 20_011;
	return () => (state = (state * 3_571_483 + 12_820_163) % p);
}
