/** Lines of a source document, in words. */

/** `line 24`, `lines 24 to 26`. */
export const lineWords = ([first, last]: readonly [number, number]): string =>
	first === last ? `line ${first}` : `lines ${first} to ${last}`;
