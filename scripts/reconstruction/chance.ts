/**
 * Chance that repeats itself: the same name gives the same run of numbers on every machine, and a question that is
 * added or changed does not disturb the others. Only whole-number arithmetic, so that no platform rounds otherwise.
 */

/** A source of numbers between 0 and 1, seeded with a name (FNV-1a into mulberry32). */
export function chanceOf(name: string): () => number {
	let state = 2166136261;
	for (const letter of name) state = Math.imul(state ^ letter.codePointAt(0)!, 16777619);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** A bell-shaped number around 0, between -2 and 2. */
export function bell(chance: () => number): number {
	return chance() + chance() + chance() + chance() - 2;
}

/** The same things in another order. */
export function shuffled<T>(things: readonly T[], chance: () => number): T[] {
	return things
		.map((thing) => ({ thing, place: chance() }))
		.sort((one, other) => one.place - other.place)
		.map(({ thing }) => thing);
}
