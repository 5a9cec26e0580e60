/** Reads a Word document as the rows of its tables and its other lines, as they stand after all tracked changes. */
import { setImmediate } from 'node:timers/promises';
import type { WordDocument } from '#lib/judgement/round-trip-read.ts';
import { readXml } from './read-xml.ts';
import { refuseFile } from './refuse-file.ts';
import type { ZipEntry } from './zip-directory.ts';

export const wordPath = 'word/document.xml';

/** Of a document as it is packed out: a self-evaluation filled to the brim has a fifth of it. */
const mostBytes = 60_000_000;
/** Letters of all texts together. */
const mostLetters = 5_000_000;
const mostRows = 20_000;
/** Milliseconds of work between two looks at what else there is to do. */
const piece = 20;

/** Throws a Problem where the document is damaged, or larger than anybody writes. */
export async function readWord(
	entries: ReadonlyMap<string, ZipEntry>,
	fileName: string
): Promise<WordDocument> {
	const entry = entries.get(wordPath)!;
	if (entry.size > mostBytes) tooLong(fileName);
	const document: WordDocument = { rows: [], lines: [] };
	const steps = readXml(entry, listener(document, fileName), fileName);
	let since = performance.now();
	while (!steps.next().done) {
		if (performance.now() - since < piece) continue;
		await setImmediate();
		since = performance.now();
	}
	return document;
}

const tooLong = (fileName: string) =>
	refuseFile(
		fileName,
		'holds far more than a self-evaluation. Take out what does not belong to it, save it, and upload that.'
	);

/** What is drawn twice for old programs, or stands there only until somebody writes something. */
const left = new Set(['Fallback', 'instrText', 'delText']);

function listener({ rows, lines }: WordDocument, fileName: string) {
	let letters = 0;
	let tables = 0;
	let row: string[] | null = null;
	let cell: string | null = null;
	let line = '';
	let isText = false;
	let skipped = 0;
	const controls: { prompts: boolean }[] = [];
	const isPrompt = () => controls.some(({ prompts }) => prompts);
	const add = (text: string) => {
		if (skipped > 0 || isPrompt()) return;
		letters += text.length;
		if (letters > mostLetters) tooLong(fileName);
		line += text;
	};
	return {
		open(element: string) {
			if (left.has(element)) skipped += 1;
			else if (element === 'tbl') tables += 1;
			else if (tables <= 1 && element === 'tr') row = [];
			else if (tables <= 1 && element === 'tc') cell = '';
			else if (element === 'sdt') controls.push({ prompts: false });
			else if (element === 'showingPlcHdr' && controls.length > 0) controls.at(-1)!.prompts = true;
			else if (element === 't') isText = true;
			else if (element === 'tab') add('\t');
			else if (element === 'br' || element === 'cr') add('\n');
			else if (element === 'noBreakHyphen') add('-');
		},
		text(text: string) {
			if (isText) add(text);
		},
		close(element: string) {
			if (left.has(element)) skipped -= 1;
			else if (element === 't') isText = false;
			else if (element === 'sdt') controls.pop();
			else if (element === 'p') {
				if (cell === null) lines.push(line);
				else cell += `${line}\n`;
				line = '';
			} else if (element === 'tc' && tables <= 1) {
				row?.push((cell ?? '').replace(/\n+$/, ''));
				cell = null;
			} else if (element === 'tr' && tables <= 1) {
				if (row) rows.push(row);
				if (rows.length > mostRows) tooLong(fileName);
				row = null;
			} else if (element === 'tbl') tables -= 1;
		}
	};
}
