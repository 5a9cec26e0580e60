import { describe, expect, test } from 'vitest';
import { staffSurvey } from '../../../../tests/support/exports.ts';
import { describeProblem } from '../answers-file-problem.ts';
import { dryRun, nothingKnown, readRecords, type ImportedRecord, type Known } from './dry-run.ts';
import { mappingOf, type Decisions } from './mapping-of.ts';
import type { Mapping } from './mapping.ts';
import type { Table } from './table.ts';
import { understandTable } from './understand-table.ts';

const tableOf = (...rows: string[][]): Table => ({
	kind: 'csv',
	fileName: 'a.csv',
	encoding: 'utf-8',
	separator: ',',
	sheets: [
		{
			name: null,
			isHidden: false,
			rows: rows.map((cells, at) => ({ row: at + 1, cells })),
			blankRows: 0,
			merged: [],
			formulas: 0
		}
	],
	leftOut: []
});

/** As it is: what matters is only that different texts have different digests. */
const digestOf = (text: string) => text;

function taken(
	rows: string[][],
	{ known = nothingKnown, decisions }: { known?: Known; decisions?: Decisions } = {}
) {
	const table = tableOf(...rows);
	const mapping = mappingOf(understandTable(table, staffSurvey), decisions, true);
	const records: ImportedRecord[] = [];
	const steps = readRecords(table, staffSurvey, mapping, known, digestOf);
	let step = steps.next();
	for (; !step.done; step = steps.next()) records.push(step.value);
	return { records, found: step.value, mapping, sentences: step.value.problems.map(describeProblem) };
}

const forms = (...rows: string[][]) => [
	['ID', 'Start time', 'Completion time', 'Email', 'Name', 'TIME', 'TRAINED', 'MORE'],
	...rows
];
const form = (id: string, time: string, trained = 'yes', more = '') => [
	id,
	'1',
	'2',
	'anonymous',
	'Morag',
	time,
	trained,
	more
];

describe('a dry run', () => {
	test('counts rows, records, answers and words, and what was dropped', () => {
		const { found } = taken(forms(form('1', 'Agree'), form('2', 'agree', 'no'), form('3', '', '', '')));
		expect(found).toMatchObject({
			rows: 3,
			records: 2,
			answers: 4,
			unanswered: 1,
			missing: ['ADVICE', 'SURE', 'SINCE'],
			dropped: [
				// It says “anonymous” in each row.
				{ column: 'Email', values: 0 },
				{ column: 'Name', values: 3 }
			],
			leftOut: ['Start time', 'Completion time'],
			problemCount: 0
		});
		expect(found.words[0]).toEqual({
			question: 'TIME',
			words: [
				{ found: 'Agree', count: 1, answer: 'agree' },
				{ found: 'agree', count: 1, answer: 'agree' }
			]
		});
	});

	test('names every fault by row and column, and cuts a long list short', () => {
		const { sentences, found } = taken(
			forms(...Array.from({ length: 300 }, (_, at) => form(String(at), 'Perhaps')))
		);
		expect(sentences[0]).toBe(
			"Row 2, column TIME: “Perhaps” is not an answer here; expected one of strongly agree, agree, neither agree nor disagree, disagree, strongly disagree, don't know, not applicable, not recorded, or nothing."
		);
		expect([found.problems.length, found.problemCount]).toEqual([200, 300]);
	});

	test('finds identifiers in written answers and groups, and repeats none', () => {
		const { found, sentences } = taken(forms(form('1', 'Agree', 'yes', 'ring me on 01698 555 123')));
		expect(found).toMatchObject({ problemCount: 1, identifierCount: 1 });
		expect(sentences[0]).toBe(
			'Row 2, column MORE: this looks like a phone number; expected nothing that can name a person; take it out if it is a phone number.'
		);
	});

	test('keeps what was written beside the choices, after looking for identifiers in it', () => {
		const decisions: Decisions = {
			columns: new Map([[1, { role: 'other', question: 'ADVICE', word: 'somebody else' }]]),
			words: {}
		};
		const rows = (text: string) => [
			['ADVICE', 'Beside', 'TIME'],
			['colleagues', text, 'Agree']
		];
		expect(taken(rows('my union'), { decisions }).records[0]!.answers).toContainEqual({
			question: 2,
			code: 10,
			text: 'my union'
		});
		expect(taken(rows('a@glen.example'), { decisions }).found.identifierCount).toBe(1);
	});

	test('takes a word for what was decided, and leaves blank what was decided to be', () => {
		const decisions: Decisions = {
			columns: new Map(),
			words: { TRAINED: { maybe: 'not recorded', '?': '' } }
		};
		const { records } = taken(forms(form('1', 'Agree', 'Maybe'), form('2', 'Agree', '?')), { decisions });
		expect(records.map(({ answers }) => answers)).toEqual([
			[
				{ question: 0, code: 1 },
				{ question: 1, code: -2 }
			],
			[{ question: 0, code: 1 }]
		]);
	});

	test('reads days with the day first, and refuses those that cannot be told', () => {
		const days = [
			'27/06/2018',
			'27.6.2018',
			'27 June 2018',
			'2018-06-27 09:30:00',
			'06/27/2018',
			'27/06/18',
			'31/02/2018'
		];
		const { records, found } = taken([['reference', 'SINCE'], ...days.map((day, at) => [String(at), day])]);
		expect(records.slice(0, 4).map(({ answers }) => answers[0]!.code)).toEqual(Array(4).fill(20180627));
		expect(found.problems.map(({ row, code }) => [row, code])).toEqual([
			[6, 'unknown-answer'],
			[7, 'unknown-answer'],
			[8, 'unknown-answer']
		]);
	});
});

describe('a record', () => {
	test('has the number that the tool gave it, under letters of the tool, and never a name or address', () => {
		const { records } = taken(forms(form('17', 'Agree')));
		expect(records[0]!.reference).toBe('MF-17');
	});

	test('without a number of its own has one that no other has', () => {
		const known: Known = { ...nothingKnown, references: new Map([['R-2', null]]) };
		const { records } = taken([['TIME'], ['Agree'], ['Disagree']], { known });
		expect(records.map(({ reference }) => reference)).toEqual(['R-1', 'R-3']);
	});

	test('that an earlier import has is left out and counted', () => {
		const rows = forms(form('1', 'Agree'), form('2', 'Disagree'));
		const before = taken(rows).records[0]!;
		const known: Known = { ...nothingKnown, references: new Map([[before.reference, before.digest]]) };
		const { records, found } = taken(rows, { known });
		expect(records.map(({ reference }) => reference)).toEqual(['MF-2']);
		expect(found.duplicates).toEqual({ count: 1, first: [{ row: 2, reference: 'MF-1' }] });
	});

	test('that an earlier import has with other answers is a problem, since one of the two would be lost', () => {
		const known: Known = { ...nothingKnown, references: new Map([['MF-1', 'something else']]) };
		expect(taken(forms(form('1', 'Agree')), { known }).sentences).toEqual([
			'Row 2, column ID: “1” was taken in earlier with other answers; expected the same answers as then: withdraw the earlier import first.'
		]);
	});

	test('without a number is known by its content, and as often as it was there before', () => {
		const rows = [
			['TIME', 'TRAINED'],
			['Agree', 'yes'],
			['Agree', 'yes'],
			['Agree', 'no']
		];
		const { digest } = taken(rows).records[0]!;
		const { records, found } = taken(rows, { known: { ...nothingKnown, digests: new Map([[digest, 1]]) } });
		expect([records.length, found.duplicates.count]).toEqual([2, 1]);
	});

	test('twice in one file, or without its number, is a problem', () => {
		const { found } = taken(forms(form('1', 'Agree'), form('1', 'Agree'), form('', 'Agree')));
		expect(found.problems.map(({ code, row }) => [code, row])).toEqual([
			['duplicate-reference', 3],
			['empty-reference', 4]
		]);
	});

	test('may belong to a group called as any object is', () => {
		const decisions: Decisions = {
			columns: new Map([[0, { role: 'stratum', name: '__proto__' }]]),
			words: {}
		};
		const { records } = taken(
			[
				['Group', 'TIME'],
				['Glen', 'Agree']
			],
			{ decisions }
		);
		expect(Object.entries(records[0]!.strata)).toEqual([['__proto__', 'Glen']]);
	});
});

describe('a mapping', () => {
	const rows = forms(form('1', 'Agree'));
	const run = (change: (mapping: Mapping) => void, table = tableOf(...rows)) => {
		const { mapping } = taken(rows);
		change(mapping);
		return dryRun(table, staffSurvey, mapping, nothingKnown, digestOf).problems.map(({ code }) => code);
	};

	test('of another table is refused before any row is read', () => {
		expect(run(() => undefined, tableOf(['TIME', 'ID'], ['Agree', '1']))).toContain('column-gone');
		expect(run((mapping) => (mapping.sheet = 'Elsewhere'))).toEqual(['no-header']);
	});

	test('in which two columns are one question, or none is any, is refused', () => {
		expect(run((mapping) => (mapping.columns[6]!.use = { role: 'question', question: 'TIME' }))).toEqual([
			'duplicate-column'
		]);
		expect(run((mapping) => mapping.columns.forEach((column) => (column.use = { role: 'ignored' })))).toEqual(
			['no-question']
		);
	});

	test('to a question that the instrument does not have is refused', () => {
		expect(run((mapping) => (mapping.columns[6]!.use = { role: 'question', question: 'GONE' }))).toEqual([
			'missing-column'
		]);
	});
});
