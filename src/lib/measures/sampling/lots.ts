/**
 * `cairn-draw-1`, the way in which chance decides: the seed gives every reference a lot, and the lowest lots are
 * drawn. A changed way is another name; this one never changes, so that a draw can be repeated for ever.
 */
import { sha256 } from './sha-256.ts';

export const drawMethod = 'cairn-draw-1';

/**
 * The lot of a reference: the SHA-256 of `cairn-draw-1`, the seed and the reference, each on a line of its own
 * (`printf 'cairn-draw-1\n7\nF-001' | sha256sum`), as 64 hexadecimal digits. It depends on nothing else of the frame.
 *
 * Every reference has a lot of 256 bits of its own, so no remainder is taken and nobody is favoured; two lots are
 * as good as never the same. After Rivest, "Consistent sampling with replacement" (2018, arXiv:1808.10016), who gives
 * tickets in this way in election audits.
 */
export function lotOf(seed: string, reference: string): string {
	return sha256(`${drawMethod}\n${seed}\n${reference}`);
}

/**
 * The same things in the order of their lots. The order in which they came does not matter: the same seed and the
 * same references give the same order. Equal lots, were there ever any, go by reference.
 */
export function inOrderOfLots<Entry extends { reference: string }>(
	seed: string,
	entries: readonly Entry[]
): Entry[] {
	return entries
		.map((entry) => ({ entry, lot: lotOf(seed, entry.reference) }))
		.sort((a, b) => compared(a.lot, b.lot) || compared(a.entry.reference, b.entry.reference))
		.map(({ entry }) => entry);
}

function compared(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The longest seed, in characters. */
export const longestSeed = 64;

/** A seed as it counts: normalised to NFC and without space around it. Null when it is empty, too long or has line breaks. */
export function tidySeed(seed: string): string | null {
	const tidy = seed.normalize('NFC').trim();
	return tidy === '' || tidy.length > longestSeed || /[\p{Cc}\u2028\u2029]/u.test(tidy) ? null : tidy;
}
