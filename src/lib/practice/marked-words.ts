/** A piece of text in which the words that were found are marked, as the search gives it and as a page shows it. */

/** Signs that no kept text holds (judgement/written-text.ts takes them out). */
export const markStart = '\u0002';
export const markEnd = '\u0003';

export type MarkedWords = { text: string; found: boolean }[];

/** The pieces of a marked text in their order; a mark that does not end goes on to the end. */
export function markedWords(marked: string): MarkedWords {
	const pieces: MarkedWords = [];
	for (const [index, part] of marked.split(markStart).entries()) {
		const end = part.indexOf(markEnd);
		const found = index === 0 ? '' : end < 0 ? part : part.slice(0, end);
		const rest = index === 0 || end >= 0 ? part.slice(index === 0 ? 0 : end + 1) : '';
		if (found !== '') pieces.push({ text: found, found: true });
		if (rest !== '') pieces.push({ text: rest.replaceAll(markEnd, ''), found: false });
	}
	return pieces;
}
