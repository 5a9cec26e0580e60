import { describe, expect, test } from 'vitest';
import { staffSurvey } from '../../../../tests/support/exports.ts';
import { parseInstrument } from '../instrument.ts';
import { mappingOf, noDecisions } from './mapping-of.ts';
import { mappingSchema } from './mapping.ts';
import type { Table, TableSheet } from './table.ts';
import { understandTable } from './understand-table.ts';

const sheetOf = (name: string | null, rows: string[][], others: Partial<TableSheet> = {}): TableSheet => ({
	name,
	isHidden: false,
	rows: rows.map((cells, at) => ({ row: at + 1, cells })),
	blankRows: 0,
	merged: [],
	formulas: 0,
	...others
});
const tableOf = (...sheets: TableSheet[]): Table => ({
	kind: 'xlsx',
	fileName: 'a.xlsx',
	encoding: null,
	separator: null,
	sheets,
	leftOut: []
});
const understood = (...rows: string[][]) => understandTable(tableOf(sheetOf(null, rows)), staffSurvey);
/** What each column is taken for: the question, or the role, and how sure that is. */
const uses = (...rows: string[][]) =>
	understood(...rows).columns.map(({ use, certainty }) => [
		use && ('question' in use ? use.question : use.role),
		certainty
	]);

describe('a column', () => {
	test.each([
		['TIME'],
		['time'],
		['I have enough time for good conversations.'],
		['I HAVE ENOUGH TIME FOR GOOD CONVERSATIONS'],
		['\u00a0I have enough\u00a0time for good conversations. *'],
		['1. I have enough time for good conversations.'],
		['Q1) I have enough time for good conversations'],
		['Question 12: I have enough time for good conversations'],
		['Q_4711_I have enough time for good conversations.'],
		['Q_4711_I_have_enough_time_for_good_conversations'],
		['<p>I have enough time for <b>good</b> conversations.</p>'],
		['TIME. I have enough time for good conversations.']
	])('called %j is recognised as its question', (heading) => {
		expect(uses([heading, 'x'], ['Agree', 'y'])[0]).toEqual(['TIME', 'exact']);
	});

	test('is recognised without the accents and dashes of its wording', () => {
		expect(uses(['What would help you most - at the cafe table, say?'], ['x'])).toEqual([['MORE', 'exact']]);
	});

	test('with nearly the wording is proposed and never taken', () => {
		const { columns, isSettled } = understood(['I have enough time for a good conversation'], ['Agree']);
		expect(columns[0]).toMatchObject({ use: { question: 'TIME' }, certainty: 'proposed' });
		expect(isSettled).toBe(false);
		expect(
			mappingOf(understood(['I have enough time for a good conversation'], ['Agree'])).columns[0]!.use
		).toEqual({
			role: 'ignored'
		});
	});

	test('that is like no question is left for a person', () => {
		expect(uses(['Where do you work?', 'TIME'], ['Glen', 'Agree'])).toEqual([
			[null, null],
			['TIME', 'exact']
		]);
	});

	test('that seems to hold a question which another holds as well is not taken, and nor is the other', () => {
		expect(uses(['TIME', 'I have enough time for good conversations.'], ['Agree', 'Agree'])).toEqual([
			['TIME', 'proposed'],
			[null, null]
		]);
	});

	test('that is sure goes before one that is only close', () => {
		expect(uses(['I have enough time for good conversation', 'TIME'], ['Agree', 'Agree'])).toEqual([
			[null, null],
			['TIME', 'exact']
		]);
	});

	test.each(['Name', 'E-mail address', 'IP Address', 'Surname', 'Date of birth', 'CHI number', 'Phone'])(
		'called %s is personal, and none of its values is shown',
		(heading) => {
			const [column] = understood([heading, 'TIME'], ['Morag', 'Agree']).columns;
			expect(column).toMatchObject({ use: { role: 'personal' }, examples: [] });
		}
	);

	test('of e-mail addresses is proposed as personal whatever it is called', () => {
		expect(uses(['Sent by', 'TIME'], ['a@glen.example', 'Agree'])[0]).toEqual(['personal', 'proposed']);
	});

	test('shows examples without what could name a person', () => {
		const [column] = understood(
			['Where?', 'TIME'],
			['ring 01698 555 123', 'Agree'],
			['Glen', 'Agree']
		).columns;
		expect(column!.examples).toEqual(['ring [a phone number]', 'Glen']);
	});
});

test('titles that are there twice, which Microsoft Forms numbers, are told apart', () => {
	const twice = parseInstrument({
		id: 'twice',
		edition: '1',
		title: 'Twice',
		questions: ['A', 'B'].map((code) => ({ code, wording: 'Why is that?', type: 'text', positive: [] }))
	});
	const { columns } = understandTable(
		tableOf(
			sheetOf(null, [
				['Why is that?', 'Why is that?2'],
				['x', 'y']
			])
		),
		twice
	);
	expect(columns.map(({ use }) => use)).toEqual([
		{ role: 'question', question: 'A' },
		{ role: 'question', question: 'B' }
	]);
});

describe('an answer word', () => {
	const words = (code: string, ...values: string[]) =>
		understood([code], ...values.map((value) => [value])).words[0]!.words.map(
			({ found, answer, certainty }) => [found, answer, certainty]
		);

	test('is exact whatever its case, spaces and apostrophes', () => {
		expect(words('TIME', ' strongly\u00a0AGREE', 'Don’t know')).toEqual([
			['strongly\u00a0AGREE', 'strongly agree', 'exact'],
			['Don’t know', "don't know", 'exact']
		]);
	});

	test('that is usual for another is proposed', () => {
		expect(words('TIME', 'Agree strongly', 'Neutral', 'N/A', 'Prefer not to say')).toEqual([
			['Agree strongly', 'strongly agree', 'proposed'],
			['Neutral', 'neither agree nor disagree', 'proposed'],
			['N/A', 'not applicable', 'proposed'],
			['Prefer not to say', 'not recorded', 'proposed']
		]);
		expect(words('TRAINED', 'Y', 'FALSE')).toEqual([
			['Y', 'yes', 'proposed'],
			['FALSE', 'no', 'proposed']
		]);
	});

	test('that is a slip of the pen is proposed, and one that is nothing known is left open', () => {
		expect(words('TIME', 'Strongly aggree', 'Perhaps')).toEqual([
			['Strongly aggree', 'strongly agree', 'proposed'],
			['Perhaps', null, null]
		]);
	});

	test('of a scale may have a decimal part of nothing, and its label is proposed', () => {
		expect(words('SURE', '4,0', '5.0', '3 – rather', '2,5')).toEqual([
			['4,0', '4', 'exact'],
			['5.0', '5', 'exact'],
			['3 – rather', '3', 'proposed'],
			['2,5', null, null]
		]);
	});

	test('of several in a cell is counted by itself', () => {
		const { words: found } = understood(['ADVICE'], ['colleagues; team leader'], ['colleagues;'], ['']);
		expect(found[0]!.words.map(({ found: word, count }) => [word, count])).toEqual([
			['colleagues', 2],
			['team leader', 1]
		]);
	});
});

describe('what a person decided', () => {
	const rows = [
		['Where do you work?', 'I have enough time for a good conversation'],
		['Glen', 'Perhaps'],
		['Firth', 'Agree']
	];
	const decided = mappingOf(
		understood(...rows),
		{
			columns: new Map([[0, { role: 'stratum', name: 'Place' }]]),
			words: { TIME: { perhaps: 'neither agree nor disagree' } }
		},
		true
	);

	test('is kept in a mapping that its schema takes', () => {
		expect(mappingSchema.parse(JSON.parse(JSON.stringify(decided)))).toEqual(decided);
	});

	test('is remembered for the next file with these headings, wherever they stand in it', () => {
		const next = [
			['TRAINED', rows[0]![1]!, 'WHERE do you work?'],
			['yes', 'Perhaps', 'Glen']
		];
		const { columns, words, isSettled } = understandTable(tableOf(sheetOf(null, next)), staffSurvey, decided);
		expect(columns.map(({ use }) => use?.role)).toEqual(['question', 'question', 'stratum']);
		expect(words.map((each) => each.words[0]!.certainty)).toEqual(['remembered', 'exact']);
		expect(isSettled).toBe(true);
	});

	test('is forgotten where the question is no longer asked', () => {
		const fewer = parseInstrument({ ...staffSurvey, questions: staffSurvey.questions.slice(1) });
		const { columns } = understandTable(tableOf(sheetOf(null, rows)), fewer, decided);
		expect(columns.map(({ certainty }) => certainty)).toEqual(['remembered', null]);
	});

	test('may be one answer for every word without its own', () => {
		const { words } = understandTable(tableOf(sheetOf(null, [['TRAINED'], ['in part']])), staffSurvey, {
			...mappingOf(understood(['TRAINED'], ['yes']), { ...noDecisions, otherwise: { TRAINED: 'no' } })
		});
		expect(words[0]!.words[0]).toMatchObject({ answer: 'no', certainty: 'remembered' });
	});
});

describe('the header', () => {
	test('is looked for under a title and a note', () => {
		expect(
			understood(['Survey of 2025'], ['Downloaded in March'], ['reference', 'TIME'], ['1', 'Agree'])
		).toMatchObject({
			headerRows: [3],
			rows: 1
		});
	});

	test('is looked for in every sheet that is shown, and the other sheets are named', () => {
		const table = tableOf(
			sheetOf('Notes', [['Read me'], ['x']]),
			sheetOf('Answers', [
				['reference', 'TIME'],
				['1', 'Agree']
			]),
			sheetOf(
				'Names',
				[
					['reference', 'TIME', 'TRAINED'],
					['1', 'Agree', 'yes']
				],
				{ isHidden: true }
			)
		);
		expect(understandTable(table, staffSurvey)).toMatchObject({
			sheet: 'Answers',
			otherSheets: ['Notes', 'Names']
		});
	});

	test('may have merged cells, and the answers may not', () => {
		const rows = [
			['reference', 'TIME'],
			['1', 'Agree'],
			['2', '']
		];
		const of = (merged: string[]) =>
			understandTable(tableOf(sheetOf('A', rows, { merged })), staffSurvey).problems;
		expect(of(['A1:B1'])).toEqual([]);
		expect(of(['B2:B3'])).toMatchObject([{ code: 'merged-cells', row: 2, value: 'B2:B3' }]);
	});

	test('without a row under it, or no table at all, is a problem', () => {
		expect(understood(['reference', 'TIME']).problems).toMatchObject([{ code: 'no-rows' }]);
		expect(understandTable(tableOf(), staffSurvey).problems).toMatchObject([{ code: 'empty-file' }]);
	});
});
