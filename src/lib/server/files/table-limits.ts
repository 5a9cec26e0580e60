/** How much a table may hold: twice and more what a survey of 100,000 people with 30 questions needs. */

export const mostBytes = 100_000_000;
/** Of a sheet, the empty rows too: a spreadsheet has no more. */
export const lastRow = 1_048_576;
/** Rows that are not empty. */
export const mostRows = 250_000;
export const mostColumns = 1_000;
/** Empty ones between filled ones count too. */
export const mostCells = 12_000_000;

/** As much as a cell of a spreadsheet takes. */
export const longestCell = 32_767;

const mostStored = 20_000;
const longestStored = 60;

/**
 * Keeps one copy of each short text: the answers of a survey are a few words, a hundred thousand times each. What is
 * kept is cut loose from the piece of the file that it was found in, which would otherwise stay in memory as well.
 */
export function textStore(): (text: string) => string {
	const stored = new Map<string, string>();
	return (text) => {
		if (text.length > longestStored) return loose(text);
		const before = stored.get(text);
		if (before !== undefined) return before;
		const kept = loose(text);
		if (stored.size < mostStored) stored.set(kept, kept);
		return kept;
	};
}

/** Texts of less than thirteen characters are copied by the engine itself. */
export const loose = (text: string) =>
	text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
