import { describe, expect, test } from 'vitest';
import { exportLayouts, type ExportRows } from '../../../../tests/support/exports.ts';
import { instrumentFromTable } from './instrument-from-table.ts';
import { understandTable } from './understand-table.ts';
import type { Table } from './table.ts';

const tableOf = (rows: ExportRows): Table => ({
	kind: 'csv',
	fileName: 'export.csv',
	encoding: 'utf-8',
	separator: ',',
	sheets: [
		{
			name: null,
			isHidden: false,
			rows: rows.map((row, at) => ({
				row: at + 1,
				cells: row.map((cell) =>
					cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null ? '' : String(cell)
				)
			})),
			blankRows: 0,
			merged: [],
			formulas: 0
		}
	],
	leftOut: []
});

const named = { id: 'from-a-file', title: 'From a file' };

describe('instrumentFromTable', () => {
	test.each(['Microsoft Forms', 'SmartSurvey', 'SurveyMonkey', 'SmartSurvey with two further header rows'])(
		'guesses the questions of an export of %s by their answers',
		(layout) => {
			const table = tableOf(exportLayouts[layout]!());
			const { instrument } = instrumentFromTable(table, named)!;
			const types = instrument.questions
				.map(({ type }) => type)
				.filter((type, at) => type !== 'text' || at > 3);
			expect(types).toEqual(['agreement', 'yes-no', 'multiple-choice', 'scale', 'date', 'text']);
			const advice = instrument.questions.find(({ type }) => type === 'multiple-choice')!;
			expect(advice.options!.slice(0, 3).sort()).toEqual(['colleagues', 'team leader', 'written guidance']);
		}
	);

	test('makes questions whose columns are recognised in the file they were made from', () => {
		const table = tableOf(exportLayouts['Microsoft Forms']!());
		const { instrument } = instrumentFromTable(table, named)!;
		expect(understandTable(table, instrument)).toMatchObject({ isSettled: true, missing: [] });
	});

	test('asks no question about who answered, when or from where', () => {
		const { instrument } = instrumentFromTable(tableOf(exportLayouts.SurveyMonkey!()), named)!;
		const wordings = instrument.questions.map(({ wording }) => wording).join();
		expect(wordings).not.toMatch(/Address|Name|Date|ID/);
	});

	test('finds no question in a table without columns of answers', () => {
		expect(
			instrumentFromTable(
				tableOf([
					['Name', 'Email'],
					['Person', 'p@glen.example']
				]),
				named
			)
		).toBeNull();
		expect(instrumentFromTable(tableOf([]), named)).toBeNull();
	});
});
