/** The paragraphs of a Word document (.docx), in their order, each as plain text. */
import { Problem } from '../problems.ts';
import { mostLetters } from './attachment-words.ts';
import { readXml } from './read-xml.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

/** Bytes of the part that holds the text, unpacked; a book has a tenth of it. */
const mostBytes = 200_000_000;

/**
 * The paragraphs of the document itself, also those in tables and text boxes, without headers, footnotes, comments and
 * what was deleted under tracked changes. Empty ones are there, so that a paragraph's place is its number less one. A
 * tab is a tab, a line break within a paragraph a line end.
 * Throws a Problem (file-invalid) where the file is no Word document, is damaged or locked, or has too much in it.
 */
export function readParagraphs(bytes: Uint8Array, fileName: string): string[] {
	const part = documentPart(bytes, fileName);
	const paragraphs: string[] = [];
	/** Places of the paragraphs that are open: a text box stands within one. */
	const open: number[] = [];
	/** How many elements are open whose text is not to be read, and whether a run's text is. */
	let hidden = 0;
	let inText = false;
	let letters = 0;
	const count = (more: number) => {
		letters += more;
		if (letters > mostLetters) refuse(fileName, tooLong);
	};
	const add = (text: string) => {
		count(text.length);
		const at = open.at(-1);
		if (at !== undefined && hidden === 0) paragraphs[at] += text;
	};
	const reader = {
		open(element: string) {
			if (unread.has(element)) hidden += 1;
			else if (element === 'p') {
				count(1);
				open.push(hidden === 0 ? paragraphs.push('') - 1 : -1);
			} else if (element === 't') inText = true;
			else if (Object.hasOwn(signs, element) && open.length > 0) add(signs[element]!);
		},
		close(element: string) {
			if (unread.has(element)) hidden -= 1;
			else if (element === 'p') open.pop();
			else if (element === 't') inText = false;
		},
		text(text: string) {
			if (inText) add(text);
		}
	};
	asDocument(fileName, () => {
		for (const piece of readXml(part, reader, fileName)) void piece;
	});
	return paragraphs;
}

/** The second rendering of a drawing, text that was moved away under tracked changes, and settings (tab stops). */
const unread = new Set(['Fallback', 'moveFrom', 'pPr']);
const signs: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

const damaged =
	'is damaged, locked, or holds far more than a document does. Open it in a word processor, save it again as .docx, and give that.';
const tooLong = 'is too long to be checked at once. Give it in parts.';
const noDocument =
	'is not a Word document (.docx), or is protected by a password. Save it as one without, or as text, and give that.';

function documentPart(bytes: Uint8Array, fileName: string): ZipEntry {
	if (bytes.length === 0) refuse(fileName, 'is empty.');
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) refuse(fileName, noDocument);
	const part = asDocument(fileName, () => readDirectory(bytes, fileName)).get('word/document.xml');
	if (!part) return refuse(fileName, noDocument);
	if (part.size > mostBytes) refuse(fileName, tooLong);
	return part;
}

/** What is said of a damaged workbook would not help here. */
function asDocument<Result>(fileName: string, read: () => Result): Result {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof Problem) || error.code !== 'table-refused') throw error;
		return refuse(fileName, damaged);
	}
}

function refuse(fileName: string, reason: string): never {
	throw new Problem('file-invalid', `${fileName} ${reason}`);
}
