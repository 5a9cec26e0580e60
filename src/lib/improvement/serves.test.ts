import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCrosswalk } from '#lib/frameworks/crosswalk.ts';
import { parseFramework } from '#lib/frameworks/framework.ts';
import { groupActions, servesOf } from './serves.ts';

const read = (folder: string) => (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
const library = {
	frameworks: [
		'sds-standards/2021',
		'sds-change-map/2019',
		'thematic-review/2019',
		'implementation-drivers/2022'
	].map((each) => parseFramework(read('fixtures/frameworks')(`${each}.json`))),
	crosswalks: readdirSync('fixtures/crosswalks').map((file) =>
		parseCrosswalk(read('fixtures/crosswalks')(file))
	)
};
const codes = (served: { code: string }[]) => served.map(({ code }) => code);

describe('what an action serves', () => {
	test('is the standard of its component, and what the crosswalks lead on to', () => {
		const { standard, change, driver } = servesOf({ element: '11.1', elements: [] }, library);
		expect(standard).toEqual([{ code: '11', title: 'Consistency of Practice', how: 'chosen' }]);
		expect(change.length).toBeGreaterThan(0);
		expect(change.every(({ how }) => how === 'proposed')).toBe(true);
		expect(codes(driver)).toEqual(['D1', 'D2', 'D3']);
		expect(driver.every(({ how }) => how === 'published')).toBe(true);
	});

	test('is what somebody chose, where they chose any of that kind', () => {
		const { change } = servesOf({ element: '11.1', elements: ['P2'] }, library);
		expect(change.map(({ code, how }) => [code, how])).toEqual([['P2', 'chosen']]);
	});

	test('is nothing where nothing leads there', () => {
		expect(servesOf({ element: null, elements: [] }, library)).toEqual({
			standard: [],
			change: [],
			driver: []
		});
		expect(servesOf({ element: 'gone', elements: [] }, library).standard).toEqual([]);
	});

	test('leads on from a theme to the standards that are proposed for it', () => {
		const { standard } = servesOf({ element: 'T1', elements: [] }, library);
		expect(standard.map(({ how }) => how)).toContain('proposed');
	});
});

test('actions stand under everything that they serve, in the order of the framework, and apart where they serve nothing', () => {
	const actions = [
		{ id: 'late', element: '8.7', elements: ['2'] },
		{ id: 'early', element: '1.1', elements: [] },
		{ id: 'free', element: null, elements: [] }
	];
	const { groups, none } = groupActions(actions, 'standard', library);
	expect(groups.map(({ code, actions: under }) => [code, under.map(({ id }) => id)])).toEqual([
		['1', ['early']],
		['2', ['late']],
		['8', ['late']]
	]);
	expect(none.map(({ id }) => id)).toEqual(['free']);
});
