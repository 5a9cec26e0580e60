/** The rows of one sheet of a workbook, read as they come, with limits on what a sheet may hold. */
import type { CellRow, TableSheet } from '#lib/evidence/imports/table.ts';
import { columnName, columnNumber } from './cell-places.ts';
import { lastRow, mostCells, mostColumns, mostRows, textStore } from './table-limits.ts';
import { readXml } from './read-xml.ts';
import { damaged, refuseFile } from './refuse-file.ts';
import { plainText } from './shared-strings.ts';
import { serialDate, type DateSystem } from './spreadsheet-dates.ts';
import type { ZipEntry } from './zip-directory.ts';

export type SheetSource = {
	name: string;
	isHidden: boolean;
	entry: ZipEntry;
	texts: readonly string[];
	showsDate: readonly boolean[];
	dateSystem: DateSystem;
};

export type ReadSheet = TableSheet & {
	/** Where the first formula stands, such as C5; null where there is none. */
	firstFormula: string | null;
};

/** A sheet has no more, Excel says. */
const lastColumn = 16_384;
const mostMerged = 1_000;

/** Returns the sheet; yields piece by piece. Throws a Problem where it is damaged or too large. */
export function* readSheet(source: SheetSource, fileName: string): Generator<void, ReadSheet> {
	const { name, isHidden, entry } = source;
	const rows: CellRow[] = [];
	const merged: string[] = [];
	let formulas = 0;
	let firstFormula: string | null = null;
	let count = 0;
	let row = 0;
	let column = 0;
	let cells: string[] = [];
	let cell = { type: 'n', style: -1, value: '', inside: false };
	let isValue = false;
	let isPhonetic = false;
	const store = textStore();
	const tooLarge = (what: string) =>
		refuseFile(
			fileName,
			`has ${what} in the sheet “${name}”, more than can be read at once. Divide it in two.`
		);

	yield* readXml(
		entry,
		{
			open(element, attributes) {
				if (element === 'c') {
					const { r, t, s } = attributes();
					column = r === undefined ? column + 1 : columnNumber(r);
					if (!(column > 0 && column <= lastColumn)) refuseFile(fileName, damaged);
					cell = { type: t ?? 'n', style: Number(s ?? -1), value: '', inside: true };
				} else if (element === 'v' || element === 't') isValue = cell.inside;
				else if (element === 'rPh') isPhonetic = true;
				else if (element === 'f' && cell.inside) {
					formulas += 1;
					firstFormula ??= `${columnName(column)}${row}`;
				} else if (element === 'row') {
					const { r } = attributes();
					const next = r === undefined ? row + 1 : Number(r);
					if (!(next > row && next <= lastRow)) refuseFile(fileName, damaged);
					row = next;
					column = 0;
					cells = [];
				} else if (element === 'mergeCell' && merged.length < mostMerged) {
					const { ref = '' } = attributes();
					if (/^[A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7}$/.test(ref)) merged.push(ref);
				}
			},
			text(text) {
				if (isValue && !isPhonetic) cell.value += text;
			},
			close(element) {
				if (element === 'v' || element === 't') isValue = false;
				else if (element === 'rPh') isPhonetic = false;
				else if (element === 'c') {
					cell.inside = false;
					const text = cellText(cell, source, fileName);
					if (text.trim() === '') return;
					if (column > mostColumns) tooLarge(`more than ${mostColumns} columns`);
					if (cells.length >= column) refuseFile(fileName, damaged);
					while (cells.length < column - 1) cells.push('');
					cells.push(store(text));
				} else if (element === 'row' && cells.length > 0) {
					if (rows.length >= mostRows) tooLarge(`more than ${mostRows} rows`);
					count += cells.length;
					if (count > mostCells) tooLarge(`more than ${mostCells} cells`);
					rows.push({ row, cells });
				}
			}
		},
		fileName
	);
	const blankRows = (rows.at(-1)?.row ?? 0) - rows.length;
	return { name, isHidden, rows, blankRows, merged, formulas, firstFormula };
}

/** What is shown in a cell, as text. */
function cellText(
	{ type, style, value }: { type: string; style: number; value: string },
	{ texts, showsDate, dateSystem }: SheetSource,
	fileName: string
): string {
	if (type === 's') return value === '' ? '' : (texts[Number(value)] ?? refuseFile(fileName, damaged));
	if (type === 'inlineStr' || type === 'str') return plainText(value);
	if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : value === '' ? '' : 'FALSE';
	if (type === 'd') return value.replace(/^(\d{4}-\d{2}-\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/, '$1');
	if (type === 'e') return value;
	if (value === '') return '';
	const number = Number(value);
	if (!Number.isFinite(number)) return refuseFile(fileName, damaged);
	return (showsDate[style] ? serialDate(number, dateSystem) : null) ?? String(number);
}
