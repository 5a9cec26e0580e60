import { describe, expect, it } from 'vitest';
import { parseCrosswalk, readNumbers } from './crosswalk.ts';

const published = {
	id: 'standards-drivers',
	edition: '2022',
	title: 'Standards and drivers',
	status: 'published',
	from: 'sds-standards@2021',
	to: 'implementation-drivers@2022',
	target: null,
	source: { document: '004', lines: [416, 481] },
	links: [{ from: '8', to: 'D4', raw: 'Standard 8: Worker Autonomy', lines: [455, 455] }]
};
const proposed = {
	...published,
	status: 'proposed',
	source: null,
	links: [{ from: '8', to: 'D4', reason: 'Autonomy is a competency.' }]
};

describe('a crosswalk', () => {
	it('is frozen through and through once it is read', () => {
		const read = parseCrosswalk(published);
		expect(Object.isFrozen(read.links[0])).toBe(true);
		expect(parseCrosswalk(proposed).status).toBe('proposed');
	});

	it.each([
		['a published one without a source', { ...published, source: null }, 'names its source'],
		['a proposed one with a source', { ...proposed, source: published.source }, 'names its source'],
		[
			'a published link without its lines',
			{ ...published, links: [{ from: '8', to: 'D4', raw: 'x' }] },
			'quotes'
		],
		[
			'a published link without words',
			{ ...published, links: [{ from: '8', to: 'D4', lines: [1, 1] }] },
			'quotes'
		],
		['a proposed link without a reason', { ...proposed, links: [{ from: '8', to: 'D4' }] }, 'needs a reason'],
		[
			'a proposed link to nowhere',
			{ ...proposed, links: [{ from: '8', to: null, reason: 'x' }] },
			'needs a target'
		],
		['the same link twice', { ...proposed, links: [...proposed.links, ...proposed.links] }, 'already there'],
		['a code without a framework for it', { ...published, to: null }, 'no framework edition for this code'],
		[
			'numbers out of order',
			{ ...published, links: [{ ...published.links[0], numbers: [6, 3] }] },
			'must rise'
		]
	])('refuses %s', (_, json, message) => {
		expect(() => parseCrosswalk(json)).toThrow(message);
	});
});

describe('a printed list of numbers', () => {
	it.each([
		['4,8,', [4, 8]],
		['49 -53', [49, 50, 51, 52, 53]],
		['9,12, 24', [9, 12, 24]],
		['7, 3–5, 4', [3, 4, 5, 7]],
		['45', [45]]
	])('“%s” is read as %j', (raw, numbers) => {
		expect(readNumbers(raw)).toEqual(numbers);
	});

	it.each(['four', '5-3', '1 2', '3a'])('“%s” is refused', (raw) => {
		expect(() => readNumbers(raw)).toThrow(RangeError);
	});
});
