/** A narrative as somebody wrote it in the notation, within the bounds of what is kept. */
import { narrativeDocumentSchema, type NarrativeDocument } from './narrative-document.ts';
import { readNotation } from './narrative-notation.ts';
import { plainParagraphs } from './narrative-text.ts';
import { textOfParagraphs } from './written-text.ts';

/** Letters. More than any report has for a theme; the differences of longer texts could not be shown in time. */
const longest = 30_000;
/** The notation of a text says each link and sign besides its words. */
const longestWritten = 10 * longest;

/** The document that a text stands for, null where it says nothing; or what is wrong with it, as a sentence. */
export function readNarrative(written: string): { document: NarrativeDocument | null } | { fault: string } {
	if (written.length > longestWritten) return tooLong(written.length);
	const document = readNotation(written);
	const letters = textOfParagraphs(plainParagraphs(document)).length;
	if (letters > longest) return tooLong(letters);
	if (document.blocks.length === 0) return { document: null };
	const parsed = narrativeDocumentSchema.safeParse(document);
	if (parsed.success) return { document: parsed.data };
	return { fault: 'This falls into more parts than can be kept. Write fewer, longer paragraphs.' };
}

const tooLong = (letters: number) => ({
	fault: `Write at most ${longest} letters; these are ${letters}.`
});
