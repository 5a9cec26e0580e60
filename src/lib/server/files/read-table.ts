/**
 * Reads a CSV file or a workbook as a table: the one way in for surveys, sampling frames, workbooks that were filled
 * offline and files on the command line. It knows nothing of what the columns mean.
 */
import type { Table, TableSheet } from '#lib/evidence/imports/table.ts';
import { contentType } from './content-type.ts';
import { readCsv, separatorOf } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { refuseFile } from './refuse-file.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheet, type ReadSheet } from './sheet-rows.ts';
import { mostBytes } from './table-limits.ts';
import { findParts, type WorkbookParts } from './workbook-parts.ts';
import { readDirectory } from './zip-directory.ts';

export type TableOptions = {
	/**
	 * A sheet with formulas is left out unless this is true: what a formula came to may be old or wrong, and nothing is
	 * worked out here. True: the value that was last kept is read.
	 */
	takeFormulaValues?: boolean;
};

/**
 * The table in a file. Throws a Problem (table-refused, one sentence that says what to do) for what is no table, is
 * protected, holds macros or only formulas, is damaged, or is larger than can be read.
 */
export function readTable(bytes: Uint8Array, fileName: string, options: TableOptions = {}): Table {
	const steps = tableInSteps(bytes, fileName, options);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

/** As `readTable`, in steps of a few milliseconds each: yields what share was read, from 0 to 1. */
export function* tableInSteps(
	bytes: Uint8Array,
	fileName: string,
	options: TableOptions = {}
): Generator<number, Table> {
	if (bytes.length > mostBytes)
		refuseFile(fileName, `is larger than ${mostBytes / 1_000_000} MB. Divide it in two.`);
	const isText = contentType(bytes, fileName) === 'text';
	const table = isText ? yield* csvTable(bytes, fileName) : yield* workbookTable(bytes, fileName, options);
	if (table.sheets.every(({ rows }) => rows.length === 0)) refuseFile(fileName, nothingIn(table));
	return table;
}

function nothingIn({ leftOut }: Table): string {
	const [first] = leftOut;
	if (!first) return 'has nothing in it. Upload the file that holds the answers.';
	return `cannot be read: in the sheet “${first.name}” ${first.why}. Copy the table, paste it as values only, and upload that.`;
}

function* csvTable(bytes: Uint8Array, fileName: string): Generator<number, Table> {
	const decoded = decodeText(bytes, fileName);
	const text = decoded.text.replace(/\r\n?/g, '\n');
	// What Excel writes first where a file has to say its own separator.
	const said = /^sep=([,;\t])\n/i.exec(text);
	const separator = (said?.[1] as Table['separator']) ?? separatorOf(text);
	const steps = readCsv(said ? `\n${text.slice(said[0].length)}` : text, separator ?? ',', fileName);
	let step = steps.next();
	for (; !step.done; step = steps.next()) yield step.value / text.length;
	return {
		kind: 'csv',
		fileName,
		encoding: decoded.encoding,
		separator,
		sheets: [step.value],
		leftOut: []
	};
}

function* workbookTable(
	bytes: Uint8Array,
	fileName: string,
	{ takeFormulaValues = false }: TableOptions
): Generator<number, Table> {
	const parts = findParts(readDirectory(bytes, fileName), fileName);
	const sheets: TableSheet[] = [];
	const leftOut: Table['leftOut'] = [];
	for (const { firstFormula, ...sheet } of yield* readSheets(parts, fileName))
		if (firstFormula === null || takeFormulaValues) sheets.push(sheet);
		else leftOut.push({ name: sheet.name ?? '', why: `there is a formula in ${firstFormula}` });
	return { kind: 'xlsx', fileName, encoding: null, separator: null, sheets, leftOut };
}

function* readSheets(parts: WorkbookParts, fileName: string): Generator<number, ReadSheet[]> {
	const { sheets, sharedStrings } = parts;
	const all = [...(sharedStrings ? [sharedStrings] : []), ...sheets.map(({ entry }) => entry)];
	const total = Math.max(
		1,
		all.reduce((sum, { size }) => sum + size, 0)
	);
	let read = 0;
	const counted = function* <T>(steps: Generator<void, T>): Generator<number, T> {
		let step = steps.next();
		// Each step is a piece of 64 KB.
		for (; !step.done; step = steps.next()) yield Math.min(1, (read += 65_536) / total);
		return step.value;
	};
	const texts: string[] = [];
	if (sharedStrings) yield* counted(readSharedStrings(sharedStrings, texts, fileName));
	const found: ReadSheet[] = [];
	for (const sheet of sheets) found.push(yield* counted(readSheet({ ...sheet, ...parts, texts }, fileName)));
	return found;
}
