import { describe, expect, it } from 'vitest';
import { parseCrosswalk } from './crosswalk.ts';
import { parseFramework } from './framework.ts';
import {
	branchOf,
	childrenOf,
	crosswalkLinks,
	crosswalkLinksOfBranch,
	elementsOfKind,
	findElement,
	findFramework,
	locateElement,
	pathToTop
} from './lookup.ts';

const shape = (id: string, elements: [code: string, kind: string, parent: string | null][]) =>
	parseFramework({
		id,
		edition: '1',
		title: id,
		source: { document: '004', title: id, published: '2021' },
		publisher: 'A publisher',
		licence: { name: 'Open', statement: 'May be quoted.' },
		elements: elements.map(([code, kind, parent]) => ({
			code,
			kind,
			title: code,
			text: code,
			parent,
			source: { document: '004', lines: [1, 1] }
		}))
	});
const standards = shape('standards', [
	['8', 'standard', null],
	['8.P', 'practice-statement', '8'],
	['8.1', 'core-component', '8'],
	['8.1.a', 'part', '8.1'],
	['9', 'standard', null]
]);
const changes = shape('changes', [
	['W', 'column', null],
	['W4', 'change', 'W']
]);
const walk = (from: string, to: string, ...links: [string, string][]) =>
	parseCrosswalk({
		id: 'walk',
		edition: '1',
		title: 'A walk',
		status: 'proposed',
		from,
		to,
		target: null,
		source: null,
		links: links.map(([from, to]) => ({ from, to, reason: 'Because.' }))
	});
const crosswalks = [
	walk('standards@1', 'changes@1', ['8.1', 'W4'], ['9', 'W4']),
	walk('changes@1', 'standards@1', ['W', '8'])
];
const ends = (seen: ReturnType<typeof crosswalkLinks>) =>
	seen.map(({ direction, near, reference, code }) => `${direction} ${near} ${reference} ${code}`);

describe('a lookup', () => {
	it('finds a framework by its id and edition together', () => {
		expect(findFramework([standards, changes], 'changes@1')).toBe(changes);
		expect(findFramework([standards, changes], 'changes@2')).toBeUndefined();
	});

	it('finds an element by its code, in one framework or in many', () => {
		expect(findElement(standards, '8.1')?.kind).toBe('core-component');
		expect(findElement(standards, 'W4')).toBeUndefined();
		expect(locateElement([standards, changes], 'W4')?.framework).toBe(changes);
		expect(locateElement([standards, changes], 'X')).toBeUndefined();
	});

	it('gives the children in the order of the framework, all or of one kind', () => {
		expect(childrenOf(standards, '8').map(({ code }) => code)).toEqual(['8.P', '8.1']);
		expect(childrenOf(standards, '8', 'core-component').map(({ code }) => code)).toEqual(['8.1']);
		expect(childrenOf(standards, null).map(({ code }) => code)).toEqual(['8', '9']);
		expect(elementsOfKind(standards, 'standard').map(({ code }) => code)).toEqual(['8', '9']);
	});

	it('goes up to the top and down through the whole branch', () => {
		expect(pathToTop(standards, '8.1.a').map(({ code }) => code)).toEqual(['8.1.a', '8.1', '8']);
		expect(pathToTop(standards, 'X')).toEqual([]);
		expect(branchOf(standards, '8').map(({ code }) => code)).toEqual(['8', '8.P', '8.1', '8.1.a']);
	});
});

describe('a crosswalk link', () => {
	it('is seen from both of its ends', () => {
		expect(ends(crosswalkLinks(crosswalks, 'standards@1', '8.1'))).toEqual(['forward 8.1 changes@1 W4']);
		expect(ends(crosswalkLinks(crosswalks, 'changes@1', 'W4'))).toEqual([
			'back W4 standards@1 8.1',
			'back W4 standards@1 9'
		]);
	});

	it('is not seen from the same code in another edition', () => {
		expect(crosswalkLinks(crosswalks, 'standards@2', '8.1')).toEqual([]);
	});

	it('is seen from the standard above the component that it starts at', () => {
		expect(ends(crosswalkLinksOfBranch(crosswalks, standards, '8'))).toEqual([
			'back 8 changes@1 W',
			'forward 8.1 changes@1 W4'
		]);
	});
});
