import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCsv, type CsvOptions } from '../../../../tests/support/exports.ts';
import { times } from '../../../../tests/support/long.ts';
import { isDateFormat, serialDate } from './spreadsheet-dates.ts';
import { readTable } from './read-table.ts';

/** A cell as people fill it in; with quotation marks, separators and line breaks, never only white space. */
const cell = fc
	.array(
		fc.constantFrom('a', 'é', '“', 'Yes', ' no', '"', ',', ';', '\t', '\n', '=', "it's", '£', '–', '7'),
		{ maxLength: 6 }
	)
	.map((parts) => `x${parts.join('')}y`);
const rows = fc
	.integer({ min: 2, max: 6 })
	.chain((width) =>
		fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 })
	);
const options = fc.record({
	separator: fc.constantFrom(...([',', ';', '\t'] as const)),
	encoding: fc.constantFrom(...(['utf-8', 'utf-8-marked', 'utf-16le', 'utf-16be', 'windows-1252'] as const))
}) as fc.Arbitrary<Required<CsvOptions>>;

describe('a table written as CSV', () => {
	test('reads back the same, whichever its encoding', () => {
		fc.assert(
			fc.property(rows, options, (written, how) => {
				// Which separator it is, a reader can only tell by the cells: here the first row holds none of the others.
				const heads = written[0]!.map((_, at) => `Question ${at + 1}`);
				const table = [
					heads,
					...written.map((row) => row.map((each) => each.replace(/[,;\t]/g, how.separator)))
				];
				const [sheet] = readTable(asCsv(table, how), 'a.csv').sheets;
				expect(sheet!.rows.map(({ cells }) => cells)).toEqual(table);
			}),
			{ numRuns: times(400, 20_000) }
		);
	});
});

describe('serialDate', () => {
	test('gives each day of two centuries its own number', () => {
		fc.assert(
			fc.property(fc.integer({ min: 61, max: 73_050 }), (serial) => {
				const day = serialDate(serial, '1900')!;
				const days = (Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000;
				expect(days).toBe(serial);
				if (serial >= 1_462) expect(serialDate(serial - 1_462, '1904')).toBe(day);
			}),
			{ numRuns: times(500, 20_000) }
		);
	});

	test('shows no day for a number that is none', () => {
		expect([-1, NaN, Infinity, 3_000_000].map((serial) => serialDate(serial, '1900'))).toEqual([
			null,
			null,
			null,
			null
		]);
	});

	test('shows a time where there is one', () => {
		expect([
			serialDate(0.5, '1900'),
			serialDate(45_000.25, '1900'),
			serialDate(45_000.999_999_9, '1900')
		]).toEqual(['12:00:00', '2023-03-15 06:00:00', '2023-03-16']);
	});
});

test.each([
	['dd/mm/yyyy', true],
	['[$-809]d mmmm yyyy;@', true],
	['[h]:mm:ss', true],
	['General', false],
	['0.00', false],
	['#,##0 "days"', false],
	['[Red]0.00', false],
	['0\\d', false]
])('the format %s shows a date: %s', (format, isDate) => {
	expect(isDateFormat(format)).toBe(isDate);
});
