import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { smallReview } from '../../../tests/support/small-review.ts';
import { measuresOf } from '#lib/reports/derive-input.ts';
import { resultsCsv } from './results-csv.ts';
import { deriveResultsTable, resultsFileName } from './results-table.ts';

const review = smallReview();
const files = review.bundle.sources.find(({ id }) => id === 'files')!;
const reconstructed = {
	...files,
	published: [
		{
			question: 'F1',
			said: 'almost all',
			kind: 'word' as const,
			source: { document: '000', lines: [7, 7] as [number, number] }
		}
	]
};
const rowsOf = (csv: string) =>
	Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true });

describe('the results as CSV', () => {
	test('of a review with a standing end each line with what was published and the standing', () => {
		const { data, meta } = rowsOf(
			resultsCsv(deriveResultsTable(measuresOf(review, reconstructed), 'Worked example'))
		);
		expect(meta.fields?.slice(-3)).toEqual(['Answers', 'Published', 'Standing']);
		const ends = data.map(({ Question, Published, Standing }) => [Question, Published, Standing]);
		expect(ends).toContainEqual(['F1', 'almost all (document 000, line 7)', 'Worked example']);
		expect(ends).toContainEqual(['F2', '', 'Worked example']);
		expect(data.every(({ Standing }) => Standing === 'Worked example')).toBe(true);
	});

	test('of any other review have neither column', () => {
		const { meta, errors } = rowsOf(resultsCsv(deriveResultsTable(measuresOf(review, files), null)));
		expect(meta.fields?.at(-1)).toBe('Answers');
		expect(errors).toEqual([]);
	});

	test('hold nothing that a spreadsheet would run, and keep every number a number', () => {
		const csv = resultsCsv({
			heads: ['Question', 'Share'],
			lines: [
				["=cmd|' /C calc'!A0", -0.5],
				['-3', -3],
				['\t=1', null],
				['two\r\n=lines', 0]
			]
		});
		const cells = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data;
		expect(cells.slice(1)).toEqual([
			["'=cmd|' /C calc'!A0", '-0.5'],
			['-3', '-3'],
			["'\t=1", ''],
			['two\r\n=lines', '0']
		]);
	});

	test('lie in a file whose name says the standing', () => {
		expect(resultsFileName('moray-2026', 'files', null)).toBe('moray-2026-files-results');
		expect(resultsFileName('moray-2026', 'files', 'Worked example, answers invented')).toBe(
			'moray-2026-files-results-worked-example-answers-invented'
		);
	});
});
