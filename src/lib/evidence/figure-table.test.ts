import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigureTable, writeFigureTable } from './figure-table.ts';

describe('a table of figures', () => {
	it.each([
		['Option\t2023\t2024\nOption 1\t1,204\t1 310\nOption 2\t\t£87.5', 'pasted from a spreadsheet'],
		['Option;2023;2024\n\nOption 1;1204;1310\nOption 2;-;87.5', 'with semicolons'],
		['Option,2023,2024\nOption 1,1204,1310\nOption 2,,87.5%', 'with commas']
	])('is read %#: %j', (written) => {
		expect(readFigureTable(written)).toEqual({
			table: {
				columns: ['2023', '2024'],
				rows: [
					{ label: 'Option 1', values: [1204, 1310] },
					{ label: 'Option 2', values: [null, 87.5] }
				]
			}
		});
	});

	it.each([
		['', 'Write a line of headings'],
		['Option\t2023', 'Write a line of headings'],
		['Option\nOption 1', 'Write the headings with tabs'],
		['Option\t\t2024\nA\t1\t2', 'A heading is missing in line 1.'],
		['Option\t2023\n\t5', 'Line 2 has no name before its numbers.'],
		['Option\t2023\n\nA\t1\nB\tfew', 'Line 4: “few” is not a number.'],
		['Option,2023\nA,1,204', 'Line 2 has 2 numbers, and there is 1 heading.'],
		[`Option\t2023\n${'A'.repeat(81)}\t1`, 'has 81 letters; at most 80 have room'],
		[`Option\t2023\n${'A\t1\n'.repeat(101)}`, 'at most 20 columns and 100 rows']
	])('that cannot be read is refused with its line: %j', (written, fault) => {
		expect(readFigureTable(written)).toEqual({ fault: expect.stringContaining(fault) });
	});

	it('reads back as it was written out', () => {
		const label = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ]{0,10}[a-z]$/);
		const value = fc.option(
			fc.oneof(
				fc.integer(),
				fc.integer({ min: -9e6, max: 9e6 }).map((cents) => cents / 100)
			)
		);
		const table = fc.array(label, { minLength: 1, maxLength: 6 }).chain((columns) =>
			fc.record({
				columns: fc.constant(columns),
				rows: fc.array(
					fc.record({
						label,
						values: fc.array(value, { minLength: columns.length, maxLength: columns.length })
					}),
					{ minLength: 1, maxLength: 8 }
				)
			})
		);
		fc.assert(
			fc.property(table, (written) => {
				expect(readFigureTable(writeFigureTable(written))).toEqual({ table: written });
			})
		);
	});
});
