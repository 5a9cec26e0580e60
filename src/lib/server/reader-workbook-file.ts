/** Writes a file reader's workbook: lists to choose from in its cells, hidden columns with the ids of its rows. */
import writeWorkbook, { type CellObject, type Feature, type Image, type Row } from 'write-excel-file/node';
import { sanitizeAttributeValue } from 'write-excel-file/utility';
import type { ReaderRow, ReaderSheet, ReaderWorkbook } from '#lib/pages/reader-workbook.ts';
import { cellText, columnName } from './workbook.ts';

const wordsSheet = 'Answer words';
/** The row of the heads on the sheet of a file, counted from 1; the questions follow. */
const headsAt = 4;
const heads = ['Id', 'No.', 'Part', 'Question', 'Answer', 'Remarks', 'Answer before', 'Remarks before'];
const widths = [1, 5, 20, 60, 24, 48, 1, 1];
/** Counted from 1. */
const hiddenColumns = [1, 7, 8];

/** The bytes of the file. */
export function writeReaderWorkbook(workbook: ReaderWorkbook): Promise<Buffer> {
	const sheets = [
		{ sheet: 'Instructions', data: instructions(workbook), columns: [{ width: 100 }] },
		...workbook.sheets.map((sheet) => ({
			sheet: sheet.name,
			data: rowsOf(sheet),
			columns: widths.map((width) => ({ width })),
			stickyRowsCount: headsAt
		})),
		{ sheet: wordsSheet, data: words(workbook), columns: workbook.words.map(() => ({ width: 28 })) }
	];
	return writeWorkbook(sheets, {
		features: [lists(workbook)],
		fontFamily: 'Arial',
		fontSize: 11
	}).toBuffer();
}

const text = (value: string, more: Partial<CellObject> = {}): CellObject | null =>
	value === ''
		? null
		: ({ value: cellText(value), type: String, wrap: true, alignVertical: 'top', ...more } as CellObject);
const title = (value: string) => text(value, { fontWeight: 'bold', fontSize: 14, wrap: false });

const instructions = ({ title: of, instructions: lines }: ReaderWorkbook): Row[] => [
	[title(of)],
	...lines.map((line): Row => [text(line)])
];

/** The second column holds what people read: the first is hidden. */
function rowsOf({ title: of, about, rows }: ReaderSheet): Row[] {
	return [
		[null, title(of)],
		[null, text(about, { wrap: false })],
		[null],
		heads.map((head) => text(head, { fontWeight: 'bold' })),
		...rows.map(({ id, number, group, question, answer, comment, asks }): Row => [
			text(id, { wrap: false }),
			text(number),
			text(group),
			text(question),
			text(answer) ?? (asks ? open : null),
			text(comment) ?? open,
			text(answer, { wrap: false }),
			text(comment, { wrap: false })
		])
	];
}

/** An empty cell that is to be filled in: with a line around it, and as text, so that “1-2” stays what it is. */
const open = {
	value: '',
	type: String,
	borderStyle: 'thin',
	borderColor: '#5e5e5e'
} as unknown as CellObject;

function words({ words: columns }: ReaderWorkbook): Row[] {
	const longest = Math.max(0, ...columns.map((column) => column.words.length));
	return [
		[title('What the cells offer')],
		columns.map(({ head }) => text(head, { fontWeight: 'bold' })),
		...Array.from({ length: longest }, (_, row): Row =>
			columns.map((column) => text(column.words[row] ?? ''))
		)
	];
}

/** Hides the columns that are not for reading, and gives each cell with fixed answers its list. */
function lists(workbook: ReaderWorkbook): Feature<Image['content']> {
	return {
		files: {
			transform: {
				'xl/worksheets/sheet{id}.xml': {
					transform: (content, _, { sheetIndex }) =>
						isOfFile(workbook, sheetIndex) ? withHidden(content) : content,
					insert: (_, { sheetIndex }) => {
						const sheet = workbook.sheets[sheetIndex - 1];
						return sheet && validations(sheet, workbook.words);
					}
				}
			}
		}
	};
}

const isOfFile = ({ sheets }: ReaderWorkbook, index: number) => index > 0 && index <= sheets.length;

const withHidden = (content: string) =>
	content.replace(/<col (?=[^>]*\bmin="(\d+)")/g, (start, column) =>
		hiddenColumns.includes(Number(column)) ? `${start}hidden="1" ` : start
	);

/** One rule for all the cells that offer the same words. */
function validations({ rows }: ReaderSheet, offered: ReaderWorkbook['words']): string | undefined {
	const cells = new Map<number, string[]>();
	rows.forEach((row: ReaderRow, index) => {
		if (row.list === null) return;
		cells.set(row.list, [...(cells.get(row.list) ?? []), `E${headsAt + 1 + index}`]);
	});
	if (cells.size === 0) return undefined;
	const rules = [...cells].map(([list, of]) => {
		const column = columnName(list + 1);
		const range = `'${wordsSheet}'!$${column}$3:$${column}$${2 + offered[list]!.words.length}`;
		return (
			`<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="${sanitizeAttributeValue('No answer of this question')}"` +
			` error="${sanitizeAttributeValue('Choose one from the list, or leave the cell empty.')}" sqref="${of.join(' ')}">` +
			`<formula1>${range}</formula1></dataValidation>`
		);
	});
	return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}
