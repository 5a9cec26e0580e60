import { describe, expect, test } from 'vitest';
import type { Cell } from '#lib/benchmark/cell.ts';
import type { HeldBack, LeftOut, Release, ReleaseCell } from '#lib/benchmark/release.ts';
import { standardRules } from '#lib/benchmark/rules.ts';
import { heldBackReasons, kindRows, leftOutReasons } from './held-back-words.ts';
import { releaseCsv } from './release-csv.ts';

const cell = (id: string, kind: Cell['kind'], more: Partial<Cell> = {}): Cell => ({
	...{ id, kind, version: '1', code: id.split(':')[1]!, instrument: null, title: `=Title of ${id}` },
	...{ wording: '', message: '', elements: [], sampled: false, steps: null },
	...more
});
const cells: ReleaseCell[] = [
	{
		cell: cell('component:8.7', 'readiness', { steps: [0, 4] }),
		groups: {
			scotland: { partnerships: 8, counts: [0, 2, 3, 3, 0] },
			'family-1': { partnerships: 6, counts: [0, 2, 2, 2, 0] }
		},
		named: [{ partnership: 'X1', value: { step: 3 } }]
	},
	{
		cell: cell('question:a/C1', 'measures', { instrument: 'a' }),
		groups: { scotland: { partnerships: 8, positive: 40, base: 120 } },
		named: [{ partnership: 'X1', value: { positive: 7, base: 11 } }]
	},
	{ cell: cell('recommendations:T2', 'recommendations'), groups: {}, named: [] }
];
const release: Release = {
	...{
		format: 'cairn-release',
		version: 1,
		example: true,
		title: 'One',
		from: '2025-01-01',
		to: '2025-12-31'
	},
	rules: standardRules,
	groups: [
		{ id: 'family-1', name: 'Family 1', partnerships: 6 },
		{ id: 'family-2', name: 'Family 2', partnerships: 2 },
		{ id: 'scotland', name: 'Scotland', partnerships: 8 }
	],
	members: [{ code: 'X1', name: 'Inverlorne', family: 1 }],
	cells,
	method: []
};

describe('what is held back', () => {
	test('is counted by reason and kind, in words and without a value or a partnership', () => {
		const heldBack: HeldBack[] = [
			{ cell: 'component:8.7', group: 'family-2', partnerships: 2, why: 'too-few' },
			{ cell: 'question:a/C1', group: 'family-2', partnerships: 2, why: 'too-few' },
			{ cell: 'question:a/C1', group: 'family-1', partnerships: 6, why: 'gives-another-away' },
			{ cell: 'recommendations:T2', group: 'scotland', partnerships: 8, why: 'would-narrow' },
			{ cell: 'component:8.7', group: 'family-1', partnerships: 1, why: 'name-would-tell' }
		];
		const reasons = heldBackReasons({ heldBack, release });
		expect(reasons.map(({ title, lines }) => [title, lines])).toEqual([
			[
				'Too few share',
				[
					'Readiness of core components: 1 component, 1 time for a family',
					'Measures of shared questions: 1 question, 1 time for a family'
				]
			],
			['The group would tell too much by itself', ['Recommendations by theme: 1 theme, 1 time for Scotland']],
			['It would give another group away', ['Measures of shared questions: 1 question, 1 time for a family']],
			['A name that would tell what an earlier total holds', ['Readiness of core components: 1 component']]
		]);
		expect(reasons[0]!.text).toContain('Fewer than 6 partnerships');
		expect(heldBackReasons({ heldBack: [], release })).toEqual([]);
	});

	test('is told apart from what could not be compared', () => {
		const leftOut: LeftOut[] = [
			{ cell: 'component:8.7', partnership: 'X1', review: 'one', why: 'newer-review' },
			{ cell: 'component:8.7', partnership: 'X2', review: 'two', why: 'another-version' },
			{ cell: 'component:8.7', partnership: 'X3', review: 'three', why: 'another-version' }
		];
		expect(leftOutReasons({ leftOut, release }).map(({ title, lines }) => [title, lines])).toEqual([
			[
				'Of another edition, question or scale',
				['Readiness of core components: 1 component, 2 partnerships']
			],
			['Of an older review', ['Readiness of core components: 1 component, 1 partnership']]
		]);
	});
});

test('what a release shows is counted by kind', () => {
	expect(kindRows(release)).toMatchObject([
		{ kind: 'readiness', cells: 1, scotland: 1, everyFamily: 0, someFamilies: 1, none: 0, named: 1 },
		{ kind: 'measures', cells: 1, scotland: 1, someFamilies: 0, none: 0, named: 1 },
		{ kind: 'recommendations', cells: 1, scotland: 0, none: 1, named: 0 }
	]);
});

test('the file of figures holds every published number once, and no text that a spreadsheet would run', () => {
	const lines = releaseCsv(3, release).split('\r\n');
	expect(lines[0]).toBe(
		'\ufeffrelease,kind,code,instrument,version,title,group,group_name,partnership,figure,step,value'
	);
	expect(lines).toContain("3,measures,a/C1,a,1,'=Title of question:a/C1,scotland,Scotland,,base,,120");
	expect(lines).toContain(
		"3,readiness,8.7,,1,'=Title of component:8.7,scotland,Scotland,,partnerships at step,2,3"
	);
	expect(lines).toContain("3,readiness,8.7,,1,'=Title of component:8.7,,Inverlorne,X1,step,,3");
	expect(lines).toContain("3,measures,a/C1,a,1,'=Title of question:a/C1,,Inverlorne,X1,positive,,7");
	// Heads, two groups of readiness with six figures each, one of measures with three, the named ones, and an end.
	expect(lines).toHaveLength(1 + 12 + 3 + 3 + 1);
});
