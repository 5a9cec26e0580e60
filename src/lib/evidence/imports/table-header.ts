/** Finds the sheet with the answers and the rows that make its header, and names its columns by them. */
import { plainWord } from '../plain-word.ts';
import type { Instrument } from '../instrument.ts';
import { lettersOnly, plainHeading } from './heading-words.ts';
import { toolColumn, toolOf } from './known-columns.ts';
import type { TableFormat } from './mapping.ts';
import { cellAt, type CellRow, type Table, type TableSheet } from './table.ts';

export type TableHeader = {
	format: TableFormat;
	sheet: TableSheet;
	headerRows: CellRow[];
	/** The rows under the header. */
	rows: readonly CellRow[];
	headings: ColumnHeading[];
};

export type ColumnHeading = {
	at: number;
	/** The rows of the header as they apply to this column, the empty ones left out. */
	parts: string[];
	/** The parts joined by “ / ”; “Column 4” where there are none. */
	heading: string;
	/** Columns that share the first part, which stands over all of them. */
	groupSize: number;
};

/** A title and a note may stand above the header. */
const furthestHeader = 15;

/** Of the sheets that are shown, the first whose header fits best; of a table without rows, null. */
export function findHeader(table: Table, instrument: Instrument | null): TableHeader | null {
	const shownSheets = table.sheets.filter(({ isHidden }) => !isHidden);
	const headers = (shownSheets.some(({ rows }) => rows.length > 0) ? shownSheets : table.sheets)
		.filter(({ rows }) => rows.length > 0)
		.map((sheet) => headerOf(sheet, instrument));
	const best = Math.max(...headers.map(({ fit }) => fit));
	return headers.find(({ fit }) => fit === best)?.header ?? null;
}

function headerOf(sheet: TableSheet, instrument: Instrument | null): { header: TableHeader; fit: number } {
	const known = knownHeadings(instrument);
	const fits = sheet.rows.slice(0, furthestHeader).map((row) => fitOf(row, known));
	const fit = Math.max(...fits);
	const widest = Math.max(...sheet.rows.slice(0, furthestHeader).map(filledCells));
	// Where nothing is known, the first row that is about as wide as the table.
	const first = fit > 0 ? fits.indexOf(fit) : sheet.rows.findIndex((row) => filledCells(row) * 2 >= widest);
	const top = sheet.rows[first]!;
	const format = formatOf(top, instrument);
	const more = furtherRows(sheet.rows.slice(first + 1, first + 3), top, format);
	const headerRows = [top, ...more];
	const rows = sheet.rows.slice(first + headerRows.length);
	return { header: { format, sheet, headerRows, rows, headings: headingsOf(headerRows, rows) }, fit };
}

function knownHeadings(instrument: Instrument | null): ReadonlySet<string> {
	const questions = instrument?.questions ?? [];
	return new Set([
		'reference',
		...questions.flatMap(({ code, wording }) => [lettersOnly(code), plainHeading(wording)])
	]);
}

/** How many cells of a row name something known. */
function fitOf(row: CellRow, known: ReadonlySet<string>): number {
	const format = toolOf(row.cells);
	const named = row.cells.filter(
		(cell) =>
			cell !== '' &&
			(known.has(plainHeading(cell)) || known.has(lettersOnly(cell)) || toolColumn(format, cell))
	);
	return named.length;
}

const filledCells = (row: CellRow) => row.cells.filter((cell) => cell.trim() !== '').length;

function formatOf(top: CellRow, instrument: Instrument | null): TableFormat {
	const tool = toolOf(top.cells);
	if (tool !== 'unknown') return tool;
	const cells = new Set(top.cells.map(plainWord));
	const codes = (instrument?.questions ?? []).filter(({ code }) => cells.has(plainWord(code)));
	return cells.has('reference') && codes.length > 0 ? 'cairn' : 'unknown';
}

/**
 * The rows under the first that still belong to the header: in those the columns which the tool fills for every
 * response, such as its number, are empty.
 */
function furtherRows(next: readonly CellRow[], top: CellRow, format: TableFormat): CellRow[] {
	const always = top.cells.flatMap((cell, at) => {
		const use = toolColumn(format, cell);
		return use?.role === 'reference' || (use?.role === 'metadata' && /start|end/i.test(cell)) ? [at] : [];
	});
	if (always.length === 0) return [];
	const isHeader = (row: CellRow) => always.every((at) => cellAt(row, at).trim() === '');
	const end = next.findIndex((row) => !isHeader(row));
	return next.slice(0, end === -1 ? next.length : end);
}

/** The columns that have a heading or any answers under it. */
export function headingsOf(headerRows: readonly CellRow[], rows: readonly CellRow[]): ColumnHeading[] {
	const width = Math.max(0, ...headerRows.map(({ cells }) => cells.length), widthOf(rows));
	const owners = ownersOf(headerRows, width);
	const sizes = new Map<number, number>();
	for (const owner of owners) sizes.set(owner, (sizes.get(owner) ?? 0) + 1);
	return Array.from({ length: width }, (_, at) => {
		const cells = headerRows.map((row, index) => cellAt(row, index === 0 ? owners[at]! : at));
		const parts = cells.map((cell) => cell.replace(/[\s\ufeff]+/g, ' ').trim()).filter((cell) => cell !== '');
		return {
			at,
			parts,
			heading: parts.join(' / ') || `Column ${at + 1}`,
			groupSize: sizes.get(owners[at]!)!
		};
	}).filter(({ at, parts }) => parts.length > 0 || rows.some((row) => cellAt(row, at).trim() !== ''));
}

/** The column whose first heading counts for a column: the one to the left where only a further row has anything. */
function ownersOf(headerRows: readonly CellRow[], width: number): number[] {
	const [top, ...more] = headerRows;
	const owners: number[] = [];
	for (let at = 0; at < width; at += 1) {
		const isEmpty = cellAt(top!, at).trim() === '';
		const continues = isEmpty && at > 0 && more.some((row) => cellAt(row, at).trim() !== '');
		owners.push(continues ? owners[at - 1]! : at);
	}
	return owners;
}

function widthOf(rows: readonly CellRow[]): number {
	let width = 0;
	for (const { cells } of rows) width = Math.max(width, cells.length);
	return width;
}
