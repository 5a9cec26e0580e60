/** The terms of a scale as they are found in a text, whatever the scale: its own names, in any of their inflections. */
import type { Bands } from '#lib/measures/term.ts';
import { normalised } from './amounts.ts';
import { at, type Token } from './sentences.ts';

export type ScaleTerms = {
	/** The name of the term that a phrase in one spelling is, or undefined. */
	named(key: string): string | undefined;
	/** Whether a term can begin with a word. */
	begins(lower: string): boolean;
	/** The place after the longest term that begins here, or null. */
	readTerm(tokens: readonly Token[], from: number): number | null;
};

/**
 * “Majority” and “a majority” are the majority, “fewer than half” and “less than one half” less than half, “a few” few,
 * unless the scale has terms of those names.
 */
export function scaleTerms({ bands }: Bands): ScaleTerms {
	const names = new Map(bands.map(({ name }) => [normalised(words(name)), name]));
	const own = bands.map(({ name }) => words(name)).sort((a, b) => b.length - a.length);
	const ownByFirst = new Map<string, string[][]>();
	for (const term of own) ownByFirst.set(term[0]!, [...(ownByFirst.get(term[0]!) ?? []), term]);
	return {
		begins: (lower) => ownByFirst.has(lower),
		named: (key) => names.get(key),
		readTerm(tokens, from) {
			const found = ownByFirst
				.get(at(tokens, from).lower)
				?.find((term) => term.every((word, index) => at(tokens, from + index).lower === word));
			return found ? from + found.length : null;
		}
	};
}

const words = (name: string): string[] => name.toLowerCase().split(/\s+/);
