import { describe, expect, test } from 'vitest';
import { handmadeWorkbook, textRow, type Handmade } from '../../../../tests/support/workbook-xml.ts';
import { readTable } from './read-table.ts';

const cellsOf = (bytes: Buffer, name: string) =>
	readTable(bytes, name).sheets.map(({ rows }) => rows.map(({ cells }) => cells));
const csv = (text: string) => Buffer.from(text);
/** The cells of the first row under one of text. */
const secondRow = (cells: string, others: Partial<Handmade> = {}) =>
	cellsOf(
		handmadeWorkbook({ sheets: [{ rows: `${textRow(1, 'A')}<row r="2">${cells}</row>` }], ...others }),
		'a.xlsx'
	)[0]![1];

describe('a CSV file', () => {
	test('is read with its quoted separators, quotation marks and line breaks', () => {
		const bytes = csv('ID,Said\r\n1,"One, two\r\n""three"""\r\n');
		expect(cellsOf(bytes, 'a.csv')[0]).toEqual([
			['ID', 'Said'],
			['1', 'One, two\n"three"']
		]);
	});

	test.each([',', ';', '\t'] as const)('may separate its cells by %j', (separator) => {
		const table = readTable(
			csv(
				`ID${separator}Café, or “tea”; what?\n1${separator}yes\n`.replace(
					'Café, or “tea”; what?',
					'"Café, or “tea”; what?"'
				)
			),
			'a.csv'
		);
		expect([table.separator, table.sheets[0]!.rows[1]!.cells]).toEqual([separator, ['1', 'yes']]);
	});

	test('may say its separator in the first line, as Excel does, and keeps the numbers of its rows', () => {
		expect(readTable(csv('sep=;\nID;Said\n1;a,b\n'), 'a.csv').sheets[0]!.rows).toEqual([
			{ row: 2, cells: ['ID', 'Said'] },
			{ row: 3, cells: ['1', 'a,b'] }
		]);
	});

	test('counts its empty rows and leaves them out, and keeps the numbers of the others', () => {
		const { rows, blankRows } = readTable(csv('ID,Said\n\n,,\n1,yes\n\n\n'), 'a.csv').sheets[0]!;
		expect([blankRows, rows.map(({ row }) => row)]).toEqual([2, [1, 4]]);
	});

	test('that ends its rows with empty cells is as wide as what is filled', () => {
		expect(cellsOf(csv(`ID,Said${','.repeat(5_000)}\n1,yes${','.repeat(5_000)}\n`), 'a.csv')[0]).toEqual([
			['ID', 'Said'],
			['1', 'yes']
		]);
	});

	test('loses the apostrophe that kept a cell from being taken for a formula', () => {
		expect(cellsOf(csv("ID,Said\n1,'=1+1\n"), 'a.csv')[0]![1]).toEqual(['1', '=1+1']);
	});
});

describe('a workbook', () => {
	const styles =
		'<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy;@"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts>' +
		'<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';

	test('shows numbers that are formatted as days as days, whichever way', () => {
		const cells =
			'<c r="A2" s="1"><v>45000</v></c><c r="B2" s="2"><v>45000.5</v></c><c r="C2" s="3"><v>45000</v></c><c r="D2"><v>45000</v></c>';
		expect(secondRow(cells, { styles })).toEqual(['2023-03-15', '2023-03-15 12:00:00', '45000', '45000']);
	});

	test('that counts its days from 1904 shows the same days', () => {
		expect(secondRow('<c r="A2" s="1"><v>43538</v></c>', { styles, properties: 'date1904="1"' })).toEqual([
			'2023-03-15'
		]);
	});

	test('knows that 29 February 1900 never was', () => {
		expect(secondRow('<c r="A2" s="1"><v>1</v></c><c r="B2" s="1"><v>61</v></c>', { styles })).toEqual([
			'1900-01-01',
			'1900-03-01'
		]);
	});

	test('shows true and false, errors, rich text and escaped signs as they are seen', () => {
		const cells =
			'<c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c><c r="C2" t="e"><v>#N/A</v></c>' +
			'<c r="D2" t="inlineStr"><is><r><t>Strongly </t></r><r><t>agree</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>' +
			'<c r="E2" t="s"><v>0</v></c><c r="G2"><v>3.0</v></c>';
		const sharedStrings = '<si><t xml:space="preserve">a &amp; b_x000D_</t></si>';
		expect(secondRow(cells, { sharedStrings })).toEqual([
			'TRUE',
			'FALSE',
			'#N/A',
			'Strongly agree',
			'a & b\r',
			'',
			'3'
		]);
	});

	test('keeps the numbers of its rows, and forgets styled cells without a value however many there are', () => {
		const styled = Array.from(
			{ length: 5_000 },
			(_, at) => `<row r="${at + 4}"><c r="XFD${at + 4}" s="0"/></row>`
		).join('');
		const bytes = handmadeWorkbook({ sheets: [{ rows: textRow(1, 'ID') + textRow(3, '7') + styled }] });
		expect(readTable(bytes, 'a.xlsx').sheets[0]).toMatchObject({
			rows: [
				{ row: 1, cells: ['ID'] },
				{ row: 3, cells: ['7'] }
			],
			blankRows: 1
		});
	});

	test('tells which sheets are hidden and which cells are merged', () => {
		const bytes = handmadeWorkbook({
			sheets: [
				{
					name: 'Answers',
					rows: textRow(1, 'ID'),
					after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
				},
				{ name: 'Names', rows: textRow(1, 'Name'), state: 'veryHidden' }
			]
		});
		const { sheets } = readTable(bytes, 'a.xlsx');
		expect(sheets.map(({ name, isHidden, merged }) => [name, isHidden, merged])).toEqual([
			['Answers', false, ['A1:B1']],
			['Names', true, []]
		]);
	});

	test('leaves a sheet with formulas out and says where, unless its last values are asked for', () => {
		const rows = `${textRow(1, 'ID')}<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>`;
		const bytes = handmadeWorkbook({
			sheets: [
				{ name: 'Answers', rows: textRow(1, 'ID') },
				{ name: 'Sums', rows }
			]
		});
		expect(readTable(bytes, 'a.xlsx')).toMatchObject({
			sheets: [{ name: 'Answers' }],
			leftOut: [{ name: 'Sums', why: 'there is a formula in A2' }]
		});
		expect(readTable(bytes, 'a.xlsx', { takeFormulaValues: true }).sheets[1]!.rows[1]!.cells).toEqual(['2']);
	});

	test('may write its elements with a prefix and leave out where each cell stands', () => {
		const bytes = handmadeWorkbook({
			sheets: [{ rows: '' }],
			files: {
				'xl/worksheets/sheet1.xml':
					'<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="str"><x:v>ID</x:v></x:c><x:c t="str"><x:v>Said</x:v></x:c></x:row></x:sheetData></x:worksheet>'
			}
		});
		expect(cellsOf(bytes, 'a.xlsx')[0]).toEqual([['ID', 'Said']]);
	});
});
