/** A release out of what is shared: what is put together, what stands in it, and what never does. */
import { describe, expect, test } from 'vitest';
import type { Cell } from './cell.ts';
import { makeRelease, type ReleaseInput, type SharedResult } from './make-release.ts';
import { releaseSchema, type MadeRelease } from './release.ts';
import { standardRules } from './rules.ts';
import type { Value } from './value.ts';

const question: Cell = {
	id: 'question:case-file-assessed/W2',
	kind: 'measures',
	version: 'case-file-assessed@1 a',
	code: 'W2',
	instrument: 'case-file-assessed',
	title: 'Budget agreed in the locality',
	wording: 'Was the budget agreed in the locality?',
	message: 'budgets were agreed in the locality',
	elements: ['8.3'],
	sampled: true,
	steps: null
};
const component: Cell = {
	...question,
	id: 'component:8.3',
	kind: 'readiness',
	version: 'sds-standards@2021',
	instrument: null,
	steps: [0, 4]
};

const share = (positive: number, base = 60): Value => ({ positive, base });
const shared = (place: number, value: Value, extra: Partial<SharedResult> = {}): SharedResult => ({
	partnership: `P${place}`,
	review: `p${place}-2024`,
	family: 1 + Math.floor(place / 8),
	named: false,
	value,
	cell: question,
	reviewTo: '2024-03-31',
	...extra
});
const eight = Array.from({ length: 8 }, (_, place) => shared(place, share(21 + place)));

function make(results: SharedResult[], extra: Partial<ReleaseInput> = {}): MadeRelease {
	const making = makeRelease({
		example: false,
		title: 'Release of spring 2024',
		from: '2023-04-01',
		to: '2024-03-31',
		rules: standardRules,
		note: '',
		members: Array.from({ length: 16 }, (_, place) => ({
			code: `P${place}`,
			name: `Partnership ${place}`,
			family: 1 + Math.floor(place / 8)
		})),
		results,
		earlier: [],
		...extra
	});
	let step = making.next();
	while (!step.done) step = making.next();
	return step.value;
}

describe('a release', () => {
	test('adds the records of a group up and rounds them, and is a document that can be read again', () => {
		const { release } = make(eight);
		// 21 + 22 + … + 28 = 196 of 480.
		expect(release.cells[0]!.groups['family-1']).toEqual({ partnerships: 8, positive: 195, base: 480 });
		expect(releaseSchema.parse(JSON.parse(JSON.stringify(release)))).toEqual(release);
	});

	test('counts partnerships at each step of a scale, and adds recommendations up', () => {
		const stages = [0, 1, 1, 2, 2, 2, 3, 4].map((step, place) =>
			shared(place, { step }, { cell: component })
		);
		expect(make(stages).release.cells[0]!.groups['family-1']).toEqual({
			partnerships: 8,
			counts: [1, 2, 3, 1, 1]
		});
		const asked = [0, 1, 2, 3, 0, 1, 2, 3].map((count, place) => shared(place, { count }));
		expect(make(asked).release.cells[0]!.groups['family-1']).toEqual({ partnerships: 8, total: 12 });
	});

	test('puts together only what was asked in the same way, and says what it left out', () => {
		const other = { ...question, version: 'case-file-assessed@2 b' };
		const { release, leftOut } = make([...eight.slice(0, 7), shared(7, share(28), { cell: other })]);
		expect(release.cells[0]!.groups['family-1']).toMatchObject({ partnerships: 7 });
		expect(leftOut).toEqual([
			{ cell: question.id, partnership: 'P7', review: 'p7-2024', why: 'another-version' }
		]);
	});

	test('takes the later of two reviews of a partnership', () => {
		const newer = shared(0, share(60), { review: 'p0-2025', reviewTo: '2025-03-31' });
		const { grounds, leftOut } = make([newer, ...eight]);
		expect(grounds.cells[0]!.contributions.find(({ partnership }) => partnership === 'P0')).toMatchObject({
			review: 'p0-2025',
			value: share(60)
		});
		expect(leftOut).toMatchObject([{ review: 'p0-2024', why: 'newer-review' }]);
	});

	test('takes what was released once as it was then, though the review has changed', () => {
		const first = make(eight);
		const { grounds } = make([shared(0, share(60)), ...eight.slice(1)], { earlier: [first.grounds] });
		expect(grounds.cells[0]!.contributions[0]!.value).toEqual(share(21));
	});

	test('reckons with what was published of the same reviews under another version of the question', () => {
		const first = make(eight);
		const renamed = { ...question, version: 'case-file-assessed@1 b' };
		const { release, heldBack } = make(
			eight.slice(1).map((each) => ({ ...each, cell: renamed })),
			{ earlier: [first.grounds] }
		);
		expect(release.cells[0]!.groups).toEqual({});
		expect(heldBack.map(({ why }) => why)).toEqual(['earlier-release', 'earlier-release']);
	});

	test('holds a single value of those only who agreed to be named', () => {
		const { release } = make(eight.map((each, place) => ({ ...each, named: place === 2 })));
		expect(release.cells[0]!.named).toEqual([{ partnership: 'P2', value: share(23) }]);
		// Nowhere else does one of the eight values stand.
		const { named, ...without } = release.cells[0]!;
		for (const { value } of eight)
			if ('positive' in value) expect(JSON.stringify(without)).not.toContain(`"positive":${value.positive},`);
		expect(named).toHaveLength(1);
	});

	test('says that chance cannot be reckoned with where one of them did not draw a sample', () => {
		const { release } = make([
			...eight.slice(1),
			shared(0, share(21), { cell: { ...question, sampled: false } })
		]);
		expect(release.cells[0]!.cell.sampled).toBe(false);
	});

	test('counts in each group who share anything, and says how it was made', () => {
		const { release } = make(eight, { note: 'Made again after a correction.' });
		expect(release.groups).toEqual([
			{ id: 'family-1', name: 'Family 1', partnerships: 8 },
			{ id: 'family-2', name: 'Family 2', partnerships: null },
			{ id: 'scotland', name: 'Scotland', partnerships: 8 }
		]);
		expect(release.method.join(' ')).toMatch(/Made again.*at least 5 partnerships.*nearest 5.*no ranks/);
	});

	test('is nothing but empty where nobody shares anything', () => {
		const { release, heldBack } = make([]);
		expect([release.cells, heldBack]).toEqual([[], []]);
	});

	test('says how far it is after each cell', () => {
		const making = makeRelease({
			...{
				example: false,
				title: '',
				from: '',
				to: '',
				rules: standardRules,
				note: '',
				members: [],
				earlier: []
			},
			results: [...eight, ...eight.map((each) => ({ ...each, cell: component, value: { step: 1 } }))]
		});
		expect([making.next().value, making.next().value]).toEqual([
			{ done: 1, steps: 2 },
			{ done: 2, steps: 2 }
		]);
	});
});
