/** What a finder of identifiers gives, and the one way in which they all look. */

/** `at` is the position in the text that was looked through, from 0, in UTF-16 units. */
export type Find = { found: string; at: number; reason: string };

/** Every match of a pattern (with the flag g), in the order of the text. */
export function matchesOf(text: string, pattern: RegExp): { found: string; at: number }[] {
	return [...text.matchAll(pattern)].map((match) => ({ found: match[0], at: match.index }));
}
