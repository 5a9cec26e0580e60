import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless } from './frame-rows.ts';
import { findIdentifiers } from './identifiers.ts';
import { describeFrameProblem } from './frame-problem.ts';
import { readFrameText } from './frame-text.ts';
import { numberedFrame } from './frame.ts';

const faults = (text: string) => readFrameText(text).problems.map(describeFrameProblem);
const rows = (text: string) =>
	readFrameText(text).entries.map(({ reference, strata }) => [reference, { ...strata }]);

describe('a sampling frame', () => {
	it.each([
		['commas', 'reference,locality\nF-1,North\nF-2,South\n'],
		['semicolons', 'Reference;locality\r\nF-1;North\r\nF-2;South'],
		['tabs, as pasted from a spreadsheet', '\ufeffRef\tlocality\n F-1 \tNorth\n\nF-2\tSouth\n'],
		['the reference in another column', 'locality,case reference\nNorth,F-1\nSouth,F-2']
	])('is read with %s', (_, text) => {
		expect(rows(text)).toEqual([
			['F-1', { locality: 'North' }],
			['F-2', { locality: 'South' }]
		]);
		expect(readFrameText(text)).toMatchObject({ columns: ['locality'], problems: [] });
	});

	it('is a plain list too, with or without a name over it', () => {
		for (const text of ['F-1\nF-2\nF-3', 'reference\nF-1\nF-2\nF-3', 'Our files\nF-1\nF-2\nF-3'])
			expect(rows(text).map(([reference]) => reference)).toEqual(['F-1', 'F-2', 'F-3']);
	});

	it('takes the first column for the reference where none is named so, and says which it took', () => {
		const frame = readFrameText('code,locality\nA1,North\nA2,South');
		expect(frame).toMatchObject({ referenceColumn: 'code', columns: ['locality'], problems: [] });
	});

	it('leaves out columns that hold names or addresses, and says how many cells they filled', () => {
		const frame = readFrameText('Name,reference,E-mail\nJean Brown,F-1,\nAnn Reid,F-2,a@example.org');
		expect(frame).toMatchObject({
			columns: [],
			dropped: [
				{ column: 'Name', values: 2 },
				{ column: 'E-mail', values: 1 }
			]
		});
		expect(JSON.stringify(frame)).not.toMatch(/Jean|example/);
	});

	it.each([
		['a duplicate', 'reference\nF-1\nF-2\nF-1', /^Row 4, column reference: “F-1” is there twice; row 2 has/],
		['a blank', 'reference,locality\nF-1,North\n,South', /^Row 3, column reference: the reference is empty/],
		['a CHI number', 'reference\nF-1\n0101011237', /^Row 3, column reference: this looks like a CHI number/],
		['an insurance number', 'reference\nF-1\nAB 12 34 56 C', /^Row 3.* a National Insurance number/],
		['a postcode as a stratum', 'reference,area\nF-1,G4 2ND', /^Row 2, column area: .* a postcode/],
		['a long reference', `reference\nF-1\nF-${'2'.repeat(63)}`, /^Row 3.*at most 64 characters/],
		['a long group', `reference,area\nF-1,${'x'.repeat(81)}`, /^Row 2, column area: .*at most 80/],
		['nothing', ' \n\n', /^There is no reference in it/],
		['a header alone', 'reference,area', /^There is no reference in it/],
		['no header over several columns', 'F-1,North\nF-2,South', /^Row 1: the columns have no names/],
		['only names of people', 'Name\nJean Brown', /^Row 1: there is no column for the references/],
		['a column twice', 'reference,area,Area\nF-1,a,b', /^Row 1, column Area: the column is there twice/],
		['a cell without a column', 'reference,area\nF-1,a,b', /^Row 2: there is something in a column without/],
		['a quotation mark out of place', 'reference,area\nF-1,"a"b\nF-2,c', /^Row 2: a quotation mark/],
		['eleven strata', `reference,${'abcdefghijk'.split('').join(',')}\nF-1`, /^Row 1: there are 11 columns/],
		['more than 100,000 rows', `reference\n${'x\n'.repeat(100_001)}`, /^There are 100001 rows/]
	])('with %s is refused with the row, and never repeats what may name somebody', (_, text, expected) => {
		const found = faults(text);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(expected);
		expect(found[0]).not.toMatch(/0101011237|AB 12 34|G4 2ND|Jean/);
	});

	it('holds what was written into it', () => {
		const cell = fc.stringMatching(/^[A-Z][a-z]{1,6} ?[a-z]{1,6}$/);
		const frames = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[A-Z]-\d{1,6}$/), cell), {
			selector: ([reference]) => reference,
			minLength: 1
		});
		fc.assert(
			fc.property(frames, fc.constantFrom(',', ';', '\t'), (entries, separator) => {
				const lines = [['reference', 'area'], ...entries].map((each) => each.join(separator));
				expect(rows(lines.join('\n'))).toEqual(entries.map(([reference, area]) => [reference, { area }]));
			})
		);
	});

	it('is looked through for identifiers, save what is too short to be one', () => {
		fc.assert(fc.property(fc.stringMatching(harmless), (text) => findIdentifiers(text).length === 0));
		expect(harmless.test('F-12345')).toBe(true);
	});

	it('of which only the size is known has numbers of the same length', () => {
		expect(numberedFrame(100).map(({ reference }) => reference)).toEqual([
			...Array.from({ length: 99 }, (_, index) => String(index + 1).padStart(3, '0')),
			'100'
		]);
	});
});
