import readWorkbook from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { unzip } from '../../../tests/support/zip.ts';
import type { Sheet } from '#lib/pages/results-workbook.ts';
import { readTable } from './files/read-table.ts';
import { writeSheets } from './workbook.ts';

const hostile = [
	'=1+1',
	"=cmd|' /C calc'!A0",
	'+1',
	'-3',
	'@SUM(A1)',
	'\ttab',
	'＝1',
	'</t></is></c><f>1+1</f>',
	'&amp; & <b>',
	'_x003D_1',
	'two\nlines',
	'👩‍👩‍👧 é'
];
const sheet: Sheet = {
	name: 'Results',
	table: 'Results',
	title: '=Files',
	about: ['A review.', 'This sheet has one table.'],
	heads: ['Question', 'Share', 'Answers & more'],
	lines: [...hostile.map((text, index) => [text, index / 8, null]), ['last', -3, 'x']],
	widths: [20, 10, 40]
};
const notes: Sheet = {
	...sheet,
	name: 'Notes',
	table: 'Notes',
	heads: ['Subject', 'Note'],
	lines: [['a', 'b']]
};

const file = await writeSheets([sheet, notes]);
const parts = unzip(file);
const part = (name: string) => parts.get(name)?.toString('utf8') ?? '';

describe('a workbook', () => {
	test('has a sheet for each, with the title in the first cell and the heads after what is about it', async () => {
		const sheets = await readWorkbook(file);
		expect(sheets.map(({ sheet }) => sheet)).toEqual(['Results', 'Notes']);
		const rows = sheets[0]!.data;
		expect(rows.slice(0, 4)).toEqual([
			['=Files', null, null],
			['A review.', null, null],
			['This sheet has one table.', null, null],
			['Question', 'Share', 'Answers & more']
		]);
		expect(rows).toHaveLength(4 + sheet.lines.length);
	});

	test('holds every text as text and every number as a number, and no formula', async () => {
		const rows = (await readWorkbook(file))[0]!.data.slice(4);
		const texts = rows.map(([text]) => String(text).replaceAll('_x005F_', '_'));
		expect(texts.slice(0, -1)).toEqual(hostile.map((text) => text.trim()));
		expect(rows.map(([, number]) => number)).toEqual([...hostile.map((_, index) => index / 8), -3]);
		const xml = part('xl/worksheets/sheet1.xml') + part('xl/worksheets/sheet2.xml');
		expect(xml).toContain('<row');
		expect(xml).not.toMatch(/<f[\s>]/);
	});

	test('keeps what looks like a coded sign as it was written', () => {
		expect([...parts.values()].join('')).toContain('_x005F_x003D_1');
	});

	test('marks the table of each sheet with its name, its place and its heads', () => {
		expect(part('xl/tables/table1.xml')).toContain(
			`displayName="Results" ref="A4:C${4 + sheet.lines.length}"`
		);
		expect(part('xl/tables/table1.xml')).toContain('<tableColumn id="3" name="Answers &amp; more"/>');
		expect(part('xl/tables/table2.xml')).toContain('displayName="Notes" ref="A4:B5"');
		expect(part('xl/worksheets/sheet1.xml')).toMatch(
			/<tablePart r:id="rId-table"\/><\/tableParts><\/worksheet>$/
		);
		expect(part('xl/worksheets/_rels/sheet2.xml.rels')).toContain('/xl/tables/table2.xml');
		expect(part('[Content_Types].xml')).toContain('/xl/tables/table2.xml');
	});

	test('merges no cells', () => {
		expect(part('xl/worksheets/sheet1.xml')).not.toContain('mergeCell');
	});

	test('leaves out what a file of this kind may not hold, and ends a text that is too long', async () => {
		const odd = ['a\u0000b\u0007c', 'x\ud800y', 'x\udc00y', 'z'.repeat(40_000)];
		const written = await writeSheets([{ ...sheet, lines: odd.map((text) => [text, 1, null]) }]);
		const texts = (await readWorkbook(written))[0]!.data.slice(4).map(([text]) => String(text));
		expect(texts.slice(0, 3)).toEqual(['abc', 'xy', 'xy']);
		expect(texts[3]).toHaveLength(32_767);
		expect(texts[3]).toMatch(/z…$/);
	});

	test('without a line has no table to mark', async () => {
		const empty = unzip(await writeSheets([{ ...sheet, lines: [] }]));
		expect([...empty.keys()].filter((name) => name.includes('table'))).toEqual([]);
	});

	test('holds words that mean something to programs as the words that they are', async () => {
		const words = Object.getOwnPropertyNames(Object.prototype);
		expect(words).toContain('constructor');
		const lines = words.map((word) => [word, null, null]);
		const read = readTable(await writeSheets([{ ...sheet, lines }]), 'words.xlsx');
		expect(read.sheets[0]!.rows.slice(-words.length).map(({ cells }) => cells[0])).toEqual(words);
	});

	test('holds days as days, and offers the words of another sheet in the cells of a column', async () => {
		const choices: Sheet = {
			...notes,
			name: 'Choices',
			table: 'Choices',
			lines: [
				['a', 'b'],
				['c', null]
			]
		};
		const filled = await writeSheets([
			{
				...sheet,
				lines: [
					['2027-03-31', 'a', null],
					['', null, null]
				],
				days: [0],
				lists: [
					{ column: 1, from: choices, at: 0 },
					{ column: 2, from: choices, at: 1 }
				]
			},
			choices
		]);
		expect(readTable(filled, 'days.xlsx').sheets[0]!.rows.at(-1)!.cells).toEqual(['2027-03-31', 'a']);
		const xml = unzip(filled).get('xl/worksheets/sheet1.xml')!.toString('utf8');
		expect(xml).toContain('sqref="B5:B6"><formula1>\'Choices\'!$A$5:$A$6</formula1>');
		expect(xml).toContain('sqref="C5:C6"><formula1>\'Choices\'!$B$5:$B$5</formula1>');
		expect(xml.indexOf('<dataValidations')).toBeGreaterThan(xml.indexOf('</sheetData>'));
		expect(xml.indexOf('<tableParts')).toBeGreaterThan(xml.indexOf('<dataValidations'));
	});
});
