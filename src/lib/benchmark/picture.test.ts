import { describe, expect, it } from 'vitest';
import type { Cell } from './cell.ts';
import { groupPicture, othersOf, ownPicture } from './picture.ts';
import type { GroupResult, ReleaseCell } from './release.ts';
import type { Value } from './value.ts';

const component = (code: string, groups: Record<string, GroupResult>): ReleaseCell => ({
	cell: {
		id: `component:${code}`,
		kind: 'readiness',
		version: '1',
		code,
		instrument: null,
		title: `Core component ${code}`,
		wording: '',
		message: '',
		elements: [code],
		sampled: false,
		steps: [0, 4]
	} satisfies Cell,
	groups,
	named: []
});

describe('the others of a group', () => {
	it('are what is published, less what is one’s own', () => {
		expect(
			othersOf({ partnerships: 8, positive: 250, base: 460 }, { positive: 41, base: 60 }, { steps: null })
		).toEqual({ partnerships: 7, positive: 209, base: 400 });
		expect(othersOf({ partnerships: 6, counts: [1, 2, 3, 0, 0] }, { step: 2 }, { steps: [0, 4] })).toEqual({
			partnerships: 5,
			counts: [1, 2, 2, 0, 0]
		});
		expect(othersOf({ partnerships: 6, counts: [0, 0, 2, 3, 1, 0] }, { step: 4 }, { steps: [1, 6] })).toEqual(
			{ partnerships: 5, counts: [0, 0, 2, 2, 1, 0] }
		);
		expect(othersOf({ partnerships: 8, total: 31 }, { count: 4 }, { steps: null })).toEqual({
			partnerships: 7,
			total: 27
		});
	});

	it('are the whole group to somebody who is not in it', () => {
		const group = { partnerships: 8, positive: 250, base: 460 };
		expect(othersOf(group, null, { steps: null })).toBe(group);
	});

	it('never have fewer than none or more than all positive, however the totals were rounded', () => {
		expect(
			othersOf({ partnerships: 6, positive: 20, base: 100 }, { positive: 22, base: 40 }, { steps: null })
		).toMatchObject({ positive: 0, base: 60 });
		expect(
			othersOf({ partnerships: 6, positive: 100, base: 100 }, { positive: 38, base: 41 }, { steps: null })
		).toMatchObject({ positive: 59, base: 59 });
	});

	it('are not told where nothing of the group is left', () => {
		expect(
			othersOf({ partnerships: 1, positive: 4, base: 5 }, { positive: 4, base: 5 }, { steps: null })
		).toBeNull();
	});
});

describe('the picture of a standard', () => {
	const cells = [
		component('8.1', { scotland: { partnerships: 12, counts: [2, 4, 3, 2, 1] } }),
		component('8.2', { scotland: { partnerships: 10, counts: [0, 5, 5, 0, 0] } }),
		component('8.3', {})
	];
	const own = new Map<string, Value>([
		['component:8.1', { step: 3 }],
		['component:8.3', { step: 4 }]
	]);

	it('adds up the components that are shown, without one’s own, and says how many they are', () => {
		expect(groupPicture(cells, 'scotland', own)).toEqual({
			counts: [2, 9, 8, 1, 1],
			values: 21,
			shown: 2,
			components: 3
		});
	});

	it('has all of one’s own, shown for others or not', () => {
		expect(ownPicture(cells, own)).toEqual({ counts: [0, 0, 0, 1, 1], values: 2, shown: 2, components: 3 });
	});

	it('is not there for a group of which no component is shown', () => {
		expect(groupPicture(cells, 'family-2', own)).toBeNull();
	});
});
