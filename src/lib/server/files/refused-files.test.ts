import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { handmadeWorkbook, textRow } from '../../../../tests/support/workbook-xml.ts';
import { Problem } from '../problems.ts';
import { readTable } from './read-table.ts';

function refusal(bytes: Uint8Array, name: string): string {
	try {
		readTable(bytes, name);
	} catch (error) {
		if (error instanceof Problem && error.code === 'table-refused') return error.message;
		throw error;
	}
	return 'It was read.';
}

const text = (content: string) => Buffer.from(content);
const plain = handmadeWorkbook({ sheets: [{ rows: textRow(1, 'ID') + textRow(2, '7') }] });
const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
const withFile = (name: string) =>
	handmadeWorkbook({ sheets: [{ rows: textRow(1, 'ID') }], files: { [name]: 'x' } });
const zip = (...names: string[]) =>
	Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, text('x')]))));

describe('what is no table of answers is refused by what it is, whatever its name', () => {
	test.each([
		['an empty file', Buffer.alloc(0), 'a.csv', 'is empty'],
		['a file of empty rows', text('\n,,\n'), 'a.csv', 'has nothing in it'],
		['a workbook that is named as CSV', plain, 'a.csv', 'is named as text, but is a workbook'],
		[
			'text that is named as a workbook',
			text('ID,Said\n1,yes\n'),
			'a.xlsx',
			'is named as a workbook, but is none'
		],
		[
			'a web page that is named as a workbook',
			text('<html><table></table></html>'),
			'a.xlsx',
			'is a web page'
		],
		['a web page that is named as CSV', text('\ufeff\n <!DOCTYPE html><p>'), 'a.csv', 'is a web page'],
		['an old workbook', compound, 'a.xls', 'is in the format of Excel before 2007'],
		['an old workbook under a new name', compound, 'a.xlsx', 'is in the format of Excel before 2007'],
		['a workbook with a password', locked, 'a.xlsx', 'is protected by a password'],
		['a PDF', text('%PDF-1.7'), 'a.xlsx', 'is a PDF'],
		['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'a.csv', 'is a picture'],
		[
			'a text document',
			zip('[Content_Types].xml', 'word/document.xml'),
			'a.xlsx',
			'is a text document or slides'
		],
		['an OpenDocument file', zip('mimetype', 'content.xml'), 'a.ods', 'is an OpenDocument file'],
		['a packed folder', zip('a.csv'), 'a.zip', 'is a packed folder'],
		['a binary workbook', zip('xl/workbook.bin'), 'a.xlsb', 'is a binary workbook'],
		['a workbook with macros', withFile('xl/vbaProject.bin'), 'a.xlsm', 'holds macros'],
		['a workbook with macros and a harmless name', withFile('xl/vbaProject.bin'), 'a.xlsx', 'holds macros'],
		['a database', text('SQLite format 3\0\u0010\0'), 'a.csv', 'is neither a workbook nor text'],
		[
			'a workbook with nothing but formulas',
			handmadeWorkbook({
				sheets: [{ name: 'Sums', rows: '<row r="1"><c r="A1"><f>1</f><v>1</v></c></row>' }]
			}),
			'a.xlsx',
			'in the sheet “Sums” there is a formula in A1'
		]
	])('%s', (_, bytes, name, sentence) => {
		expect(refusal(bytes, name)).toContain(sentence);
		expect(refusal(bytes, name)).toMatch(/^a\.\w+ .*\.$/s);
	});

	test('a sentence never repeats the folders of a name, nor a line break or an address in it', () => {
		expect(refusal(Buffer.alloc(0), 'C:\\Users\\jo\\answers\nof person@glen.example.csv')).toBe(
			'answers of [an e-mail address] is empty. Upload the file that holds the answers.'
		);
	});
});

describe('what would take too much is refused before it does', { timeout: 60_000 }, () => {
	const mebibytes = () => process.memoryUsage().rss / 2 ** 20;
	/** Refused, in little time and memory. */
	function refusedCheaply(bytes: Uint8Array, name: string): string {
		const [before, start] = [mebibytes(), performance.now()];
		const sentence = refusal(bytes, name);
		expect(mebibytes() - before).toBeLessThan(400);
		expect(performance.now() - start).toBeLessThan(15_000);
		return sentence;
	}

	test('a workbook whose sheet unpacks to a thousand times its size', () => {
		const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(30_000_000)}</t></is></c></row>`;
		expect(refusedCheaply(handmadeWorkbook({ sheets: [{ rows }] }), 'a.xlsx')).toContain(
			'would unpack to far more'
		);
	});

	test('a workbook that tells less of its size than is in it', () => {
		const bytes = handmadeWorkbook({ sheets: [{ rows: textRow(1, 'a'.repeat(20_000)) }] });
		const size =
			bytes.indexOf('xl/worksheets/sheet1.xml', bytes.indexOf(Buffer.from('504b0102', 'hex'))) - 46 + 24;
		bytes.writeUInt32LE(10, size);
		expect(refusal(bytes, 'a.xlsx')).toContain('is damaged');
	});

	test('a workbook of thousands of parts', () => {
		const files = Object.fromEntries(Array.from({ length: 1_200 }, (_, at) => [`xl/media/${at}.txt`, '']));
		expect(
			refusedCheaply(handmadeWorkbook({ sheets: [{ rows: textRow(1, 'ID') }], files }), 'a.xlsx')
		).toContain('would unpack to far more');
	});

	test('a workbook with a value in a column far to the right in every row', () => {
		const rows = `<row r="1"><c r="XFD1"><v>1</v></c></row>`;
		expect(refusedCheaply(handmadeWorkbook({ sheets: [{ rows }] }), 'a.xlsx')).toContain(
			'more than 1000 columns'
		);
	});

	test('a workbook with a hundred thousand rows that are wide and nearly empty', () => {
		const rows = Array.from(
			{ length: 100_000 },
			(_, at) => `<row r="${at + 1}"><c r="ALL${at + 1}"><v>${at % 9}</v></c></row>`
		);
		expect(refusedCheaply(handmadeWorkbook({ sheets: [{ rows: rows.join('') }] }), 'a.xlsx')).toContain(
			'cells'
		);
	});

	test('a workbook with more rows than can be kept', () => {
		const rows = Array.from({ length: 250_001 }, (_, at) => `<row r="${at + 1}"><c><v>${at}</v></c></row>`);
		expect(refusedCheaply(handmadeWorkbook({ sheets: [{ rows: rows.join('') }] }), 'a.xlsx')).toContain(
			'more than 250000 rows'
		);
	});

	test('a workbook with a million empty rows is read, in little memory', () => {
		const rows = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 2}"/>`).join('');
		const before = mebibytes();
		const bytes = handmadeWorkbook({ sheets: [{ rows: textRow(1, 'ID') + rows }] });
		expect(readTable(bytes, 'a.xlsx').sheets[0]!.rows).toHaveLength(1);
		expect(mebibytes() - before).toBeLessThan(500);
	});

	test('a workbook that defines entities, is nested without end, or never ends a tag', () => {
		const sheet = (content: string) =>
			handmadeWorkbook({ sheets: [{ rows: '' }], files: { 'xl/worksheets/sheet1.xml': content } });
		const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>';
		for (const content of [
			laughs,
			'<a>'.repeat(100_000),
			`<worksheet a="${'x'.repeat(5_000_000)}`,
			'<worksheet>',
			'',
			'<'
		])
			expect(refusedCheaply(sheet(content), 'a.xlsx')).toMatch(/is damaged|would unpack/);
	});

	test('a CSV file of a million empty columns, of one endless row, or of commas alone', () => {
		expect(refusedCheaply(text(`ID${','.repeat(1_000_000)}\n1\n`), 'a.csv')).toMatch(
			/cells in row 1|does not end/
		);
		expect(refusedCheaply(text(`ID,"${'a,\n'.repeat(1_000_000)}`), 'a.csv')).toMatch(
			/does not end|quotation mark/
		);
		expect(refusedCheaply(Buffer.alloc(60_000_000, ','), 'a.csv')).toMatch(/cells in row 1|does not end/);
		expect(refusedCheaply(Buffer.alloc(60_000_000, '"'), 'a.csv')).toMatch(
			/does not end|quotation mark|characters/
		);
		expect(refusedCheaply(Buffer.alloc(60_000_000, '\n'), 'a.csv')).toContain('more than 250000 rows');
	});

	test('a file that is larger than any table of answers', () => {
		expect(refusal(new Uint8Array(100_000_001), 'a.csv')).toContain('is larger than 100 MB');
	});
});

test('this very file is text, and so one column of it', () => {
	expect(readTable(readFileSync(import.meta.filename), 'refused-files.test.ts').kind).toBe('csv');
});
