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
const whole = (source: typeof files) => [{ where: null, places: measuresOf(review, source) }];
const rowsOf = (csv: string) =>
	Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true });

describe('the results as CSV', () => {
	test('of a review with a standing end each line with what was published and the standing', () => {
		const { data, meta } = rowsOf(resultsCsv(deriveResultsTable(whole(reconstructed), 'Worked example')));
		expect(meta.fields?.slice(-3)).toEqual(['Not shown', 'Published', 'Standing']);
		const ends = data.map(({ Question, Published, Standing }) => [Question, Published, Standing]);
		expect(ends).toContainEqual(['F1', 'almost all (document 000, line 7)', 'Worked example']);
		expect(ends).toContainEqual(['F2', '', 'Worked example']);
		expect(data.every(({ Standing }) => Standing === 'Worked example')).toBe(true);
	});

	test('of any other review have neither column', () => {
		const { meta, errors } = rowsOf(resultsCsv(deriveResultsTable(whole(files), null)));
		expect(meta.fields?.at(-1)).toBe('Not shown');
		expect(errors).toEqual([]);
	});

	test('have one line for each answer to each question, which together are all records', () => {
		const { data } = rowsOf(resultsCsv(deriveResultsTable(whole(files), null)));
		const ofF1 = data.filter(({ Question }) => Question === 'F1');
		expect(
			ofF1.map((line) => [line.Answer, line.Count, line['In base'], line['Counts as positive']])
		).toEqual([
			['yes', '57', 'yes', 'yes'],
			['partly', '2', 'yes', 'no'],
			['no', '0', 'yes', 'no'],
			['not recorded', '1', 'yes', 'no'],
			['not applicable', '0', 'no', ''],
			['blank', '0', 'no', '']
		]);
		for (const { Question, Records, Stratum, Type } of data) {
			expect([Stratum, Records]).toEqual(['all', '60']);
			const counted = data.filter((line) => line.Question === Question);
			if (Type !== 'multiple-choice')
				expect(counted.reduce((sum, { Count }) => sum + Number(Count), 0)).toBe(60);
		}
	});

	test('have the same columns for a part, whose name is in that of the file', () => {
		const where = { column: 'care group', stratum: 'Older people' };
		const part = [{ where, places: measuresOf(review, files) }];
		const { data, meta } = rowsOf(resultsCsv(deriveResultsTable(part, null)));
		expect(meta.fields).toEqual(rowsOf(resultsCsv(deriveResultsTable(whole(files), null))).meta.fields);
		expect(data[0]).toMatchObject({ Column: 'care group', Stratum: 'Older people' });
		expect(resultsFileName('moray-2026', 'files', null, where)).toBe(
			'moray-2026-files-results-care-group-older-people'
		);
	});

	test('say of a small group that it is not shown, and nothing else', () => {
		const places = measuresOf(review, files).map((place) => ({
			...place,
			measure: { ...place.measure, hidden: true as const }
		}));
		const where = { column: 'team', stratum: 'Two' };
		const { data } = rowsOf(resultsCsv(deriveResultsTable([{ where, places }], null)));
		expect(data).toHaveLength(places.length);
		for (const { Positive, Base, Count, Records, 'Not shown': why } of data) {
			expect([Positive, Base, Count, Records]).toEqual(['', '', '', '']);
			expect(why).toContain('fewer than 5 answered');
		}
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
