/** The rows of a CSV file, read piece by piece. */
import Papa from 'papaparse';
import type { CellRow, Table, TableSheet } from '#lib/evidence/imports/table.ts';
import { plainCell } from '#lib/evidence/neutral-cell.ts';
import { refuseFile } from './refuse-file.ts';
import { lastRow, longestCell, mostCells, mostColumns, mostRows, textStore } from './table-limits.ts';

type Separator = NonNullable<Table['separator']>;

/** Characters that are read at once; a row has to be shorter. */
const piece = 500_000;
/** Cells of a row, the empty ones too: as many as a spreadsheet has. */
const widest = 16_384;

/** Returns the rows as one sheet; yields after each piece how many characters were read. Throws a Problem. */
export function* readCsv(
	text: string,
	separator: Separator,
	fileName: string
): Generator<number, TableSheet> {
	const parser = new Papa.Parser({ delimiter: separator, newline: '\n', quoteChar: '"', escapeChar: '"' });
	const store = textStore();
	const rows: CellRow[] = [];
	let row = 0;
	let count = 0;
	for (let at = 0; at < text.length;) {
		const isLast = at + piece >= text.length;
		const { data, errors, meta } = parser.parse(text.slice(at, at + piece), 0, !isLast) as Papa.ParseResult<
			string[]
		>;
		const fault = errors.find(({ type }) => type === 'Quotes');
		if (fault) refuseFile(fileName, faultyQuotes(row + (fault.row ?? 0) + 1));
		if (!isLast && meta.cursor === 0)
			refuseFile(fileName, tooLong(row + 1, text.slice(at, at + piece), separator));
		for (const found of data) {
			row += 1;
			if (row > lastRow) refuseFile(fileName, tooMany);
			const cells = filledCells(found, row, fileName);
			if (cells.length === 0) continue;
			count += cells.length;
			if (rows.length >= mostRows || count > mostCells) refuseFile(fileName, tooMany);
			rows.push({ row, cells: cells.map((cell) => store(plainCell(cell))) });
		}
		at = isLast ? text.length : at + meta.cursor;
		yield at;
	}
	const blankRows = (rows.at(-1)?.row ?? 0) - rows.length;
	return { name: null, isHidden: false, rows, blankRows, merged: [], formulas: 0 };
}

/** Without the empty cells at the end. */
function filledCells(cells: string[], row: number, fileName: string): string[] {
	if (cells.length > widest) refuseFile(fileName, `has ${cells.length} cells in row ${row}. ${tooWide}`);
	let width = cells.length;
	while (width > 0 && cells[width - 1]!.trim() === '') width -= 1;
	if (width > mostColumns) refuseFile(fileName, `has ${width} columns in row ${row}. ${tooWide}`);
	if (cells.some((cell) => cell.length > longestCell))
		refuseFile(fileName, `has a cell with more than ${longestCell} characters in row ${row}. Shorten it.`);
	return cells.slice(0, width);
}

const tooWide = `At most ${mostColumns} can be read: leave out those without answers.`;
const tooMany = `has more than ${mostRows} rows or ${mostCells} cells. Divide it in two.`;
const tooLong = (row: number, start: string, separator: Separator) =>
	start.split(separator).length > widest && !start.includes('"')
		? `has more than ${widest} cells in row ${row}. ${tooWide}`
		: `has a row that does not end, from row ${row} on. Look for a quotation mark that is opened there and not closed.`;
const faultyQuotes = (row: number) =>
	`has a quotation mark out of place in row ${row}. Quotation marks stand around a whole cell, and are doubled where they are part of it: "She said ""yes""".`;

const separators: Separator[] = [',', ';', '\t'];

/**
 * The separator that divides the first rows most evenly: the one by which most rows have as many cells as the first of
 * several cells. A comma where there is only one column.
 */
export function separatorOf(text: string): Separator {
	const start = text.slice(0, 100_000);
	const scores = separators.map((separator) => {
		const parser = new Papa.Parser({ delimiter: separator, newline: '\n', preview: 60 });
		const { data } = parser.parse(start, 0, start.length < text.length) as Papa.ParseResult<string[]>;
		const widths = data.map((cells) => cells.length).filter((width) => width > 1);
		const usual = commonest(widths);
		return usual === 0 ? 0 : widths.filter((width) => width === usual).length * 1_000 + usual;
	});
	return separators[scores.indexOf(Math.max(...scores))]!;
}

function commonest(widths: readonly number[]): number {
	const counts = new Map<number, number>();
	for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
