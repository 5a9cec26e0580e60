/** Writes the sheets of a workbook as an XLSX file. Every text is a cell of text, whatever it begins with. */
import writeWorkbook, { type CellObject, type Feature, type Image, type Row } from 'write-excel-file/node';
import { sanitizeAttributeValue } from 'write-excel-file/utility';
import type { Cell } from '#lib/pages/results-table.ts';
import type { Sheet } from '#lib/pages/results-workbook.ts';

/** What a cell may hold; a spreadsheet calls a file with more damaged. */
const longestText = 32_767;

/** The bytes of the file. */
export function writeSheets(sheets: readonly Sheet[]): Promise<Buffer> {
	return writeWorkbook(
		sheets.map((sheet) => ({
			sheet: sheet.name,
			data: rowsOf(sheet),
			columns: sheet.widths.map((width) => ({ width })),
			stickyRowsCount: headsAt(sheet)
		})),
		{ features: [markedTables(sheets)], fontFamily: 'Arial', fontSize: 11 }
	).toBuffer();
}

function rowsOf({ title, about, heads, lines, days = [] }: Sheet): Row[] {
	return [
		[{ value: cellText(title), type: String, fontWeight: 'bold', fontSize: 14 }],
		...about.map((line): Row => [{ value: cellText(line), type: String }]),
		heads.map((head) => ({ ...textCell(head), fontWeight: 'bold' })),
		...lines.map((line) => line.map((cell, at) => (days.includes(at) ? dayCell(cell) : cellOf(cell))))
	];
}

/** The row of the heads, counted from 1. */
const headsAt = ({ about }: Sheet) => about.length + 2;

function cellOf(cell: Cell): CellObject | null {
	if (cell === null) return null;
	if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' };
	return textCell(cell);
}

/** A day of the calendar, as a day of the spreadsheet; empty where there is none. */
function dayCell(cell: Cell): CellObject | null {
	if (cell === null || cell === '') return null;
	return {
		value: new Date(`${cell}T00:00:00Z`),
		type: Date,
		format: 'dd/mm/yyyy',
		alignVertical: 'top'
	};
}

function textCell(text: string): CellObject {
	return { value: cellText(text), type: String, wrap: true, alignVertical: 'top' };
}

/**
 * The text as it is written into the file: halves of letters and what no file of this kind may hold are left out, an
 * `_x0041_` that would be read as a sign is written so that it is not, and what is too long ends with “…”.
 */
export function cellText(text: string): string {
	const written = text
		.toWellFormed()
		.replace(/\r\n?/g, '\n')
		.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
	const kept =
		written.length > longestText ? `${written.slice(0, longestText - 1).toWellFormed()}…` : written;
	// The library looks texts up in an object, where words such as “constructor” are there already.
	return kept in Object.prototype ? escaped(kept) : kept;
}

/** With its first sign as the format may write any sign: `_x0063_onstructor` is shown as “constructor”. */
const escaped = (text: string) =>
	`_x${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${text.slice(1)}`;

/** Marks the table of each sheet as one, with its name and heads, for those who move by table or let it be read aloud. */
function markedTables(sheets: readonly Sheet[]): Feature<Image['content']> {
	const marked = sheets.flatMap((sheet, index) => (sheet.lines.length > 0 ? [{ sheet, index }] : []));
	const isMarked = (index: number) => marked.some((each) => each.index === index);
	return {
		files: {
			transform: {
				'[Content_Types].xml': {
					insert: () =>
						marked
							.map(
								({ index }) =>
									`<Override PartName="/${tablePath(index)}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/>`
							)
							.join('')
				},
				'xl/worksheets/sheet{id}.xml': {
					insert: (_, { sheetIndex }) =>
						isMarked(sheetIndex)
							? `${listsOf(sheets[sheetIndex]!)}<tableParts count="1"><tablePart r:id="rId-table"/></tableParts>`
							: undefined
				},
				'xl/worksheets/_rels/sheet{id}.xml.rels': {
					insert: (_, { sheetIndex }) =>
						isMarked(sheetIndex)
							? `<Relationship Id="rId-table" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="/${tablePath(sheetIndex)}"/>`
							: undefined
				}
			},
			write: {
				files: () =>
					Object.fromEntries(marked.map(({ sheet, index }) => [tablePath(index), tableXml(sheet, index)]))
			}
		}
	};
}

/** One rule for each column whose cells offer words; what is none of them is let in, and told of when it is read. */
function listsOf(sheet: Sheet): string {
	const { lists = [], lines } = sheet;
	if (lists.length === 0 || lines.length === 0) return '';
	const rules = lists.map(({ column, from, at }) => {
		const [own, words] = [columnName(column + 1), columnName(at + 1)];
		const filled = from.lines.filter((line) => line[at] !== null).length;
		const [first, top] = [headsAt(sheet) + 1, headsAt(from) + 1];
		return (
			`<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" errorTitle="${sanitizeAttributeValue('None of the list')}"` +
			` error="${sanitizeAttributeValue('Choose one from the list, or leave the cell empty.')}" sqref="${own}${first}:${own}${first + lines.length - 1}">` +
			`<formula1>'${from.name}'!$${words}$${top}:$${words}$${top + filled - 1}</formula1></dataValidation>`
		);
	});
	return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

const tablePath = (index: number) => `xl/tables/table${index + 1}.xml`;

function tableXml(sheet: Sheet, index: number): string {
	const top = headsAt(sheet);
	const range = `A${top}:${columnName(sheet.heads.length)}${top + sheet.lines.length}`;
	const columns = sheet.heads.map(
		(head, at) => `<tableColumn id="${at + 1}" name="${sanitizeAttributeValue(head)}"/>`
	);
	return (
		'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
		`<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${index + 1}" name="${sheet.table}"` +
		` displayName="${sheet.table}" ref="${range}" totalsRowShown="0"><autoFilter ref="${range}"/>` +
		`<tableColumns count="${sheet.heads.length}">${columns.join('')}</tableColumns>` +
		'<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>'
	);
}

/** 1 is A, 27 is AA. */
export function columnName(number: number): string {
	const before = Math.floor((number - 1) / 26);
	return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}
