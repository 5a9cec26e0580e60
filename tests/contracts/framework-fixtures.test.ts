/** The frameworks and crosswalks that Cairn brings are complete, frozen, and agree with each other. */
import { describe, expect, it } from 'vitest';
import { readNumbers } from '#lib/frameworks/crosswalk.ts';
import type { ElementKind } from '#lib/frameworks/framework.ts';
import {
	childrenOf,
	elementsOfKind,
	findElement,
	findFramework,
	locateElement
} from '#lib/frameworks/lookup.ts';
import { crosswalks, evaluationScale, frameworks, quantityScale } from './quotations.ts';

function framework(reference: string) {
	const found = findFramework(frameworks, reference);
	if (!found) throw new Error(`no framework ${reference}`);
	return found;
}
const standards = framework('sds-standards@2021');
const changeMap = framework('sds-change-map@2019');
const themes = framework('thematic-review@2019');
const checklists = framework('checklists@2019');

function crosswalk(id: string) {
	const found = crosswalks.find((each) => each.id === id);
	if (!found) throw new Error(`no crosswalk ${id}`);
	return found;
}
const codes = (kind: ElementKind, of = standards) => elementsOfKind(of, kind).map(({ code }) => code);

describe('the frameworks', () => {
	it('never use a code twice, not even in two frameworks', () => {
		const all = frameworks.flatMap(({ elements }) => elements.map(({ code }) => code));
		expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
	});

	it('cannot be changed by the code that uses them', () => {
		const element = frameworks[0]!.elements[0]!;
		expect(() => ((element as { text: string }).text = 'other words')).toThrow(TypeError);
		expect(() => (element.source.lines[0] = 1)).toThrow(TypeError);
		expect(() => (quantityScale.bands[0]!.to = 20)).toThrow(TypeError);
		expect(() => (crosswalks[0]!.links[0]!.from = '1')).toThrow(TypeError);
	});

	it('hold 12 standards with 103 core components', () => {
		const counts = codes('standard').map((code) => childrenOf(standards, code, 'core-component').length);
		expect(counts).toEqual([12, 11, 6, 8, 11, 8, 14, 11, 10, 3, 8, 1]);
		expect(codes('core-component')).toHaveLength(103);
	});

	it('give a practice statement to every standard but the one in development', () => {
		expect(codes('practice-statement')).toEqual(
			codes('standard')
				.slice(0, 11)
				.map((code) => `${code}.P`)
		);
		const inDevelopment = standards.elements.filter(({ status }) => status).map(({ code }) => code);
		expect(inDevelopment).toEqual(['12', '12.1', '12.1.a', '12.1.b', '12.1.c', '12.1.d']);
	});

	it('hold involvement, three columns with their outcomes and 15 changes', () => {
		const changes = codes('column', changeMap).map((code) => childrenOf(changeMap, code, 'change').length);
		expect(changes).toEqual([6, 4, 5]);
		expect(codes('outcome', changeMap)).toEqual(['I', 'LO1', 'WO1', 'WO2', 'PO1', 'PO2']);
		expect(childrenOf(changeMap, 'E')).toHaveLength(11);
	});

	it('hold seven themes with a quality indicator each, six questions and ten definitions', () => {
		expect(codes('theme', themes)).toHaveLength(7);
		expect(codes('quality-indicator', themes)).toEqual(codes('theme', themes).map((code) => `${code}.Q`));
		expect(childrenOf(themes, 'Q')).toHaveLength(6);
		expect(childrenOf(themes, 'G')).toHaveLength(10);
		expect(childrenOf(themes, 'G1')).toHaveLength(4);
	});

	it('hold every checklist whole', () => {
		const lengths = childrenOf(checklists, null).map(({ code }) => [
			code,
			childrenOf(checklists, code).length
		]);
		expect(Object.fromEntries(lengths)).toEqual({
			'C-national-outcomes': 4,
			'C-procurement': 12,
			'C-carers-budgets': 7,
			'C-family-employment': 4,
			'C-budget-uses': 9,
			'C-market-factors': 7,
			'C-duties': 4,
			'C-purposes': 3,
			'C-options': 4,
			'C-systems': 10,
			'C-best-value': 4,
			'C-destination-outcomes': 4,
			'C-principles': 5,
			'C-journey': 3,
			'C-workers': 9
		});
	});

	it('come with a scale of five terms and a scale of six evaluations', () => {
		expect(quantityScale.bands.map(({ from }) => from)).toEqual([0, 15, 50, 75, 90]);
		expect(evaluationScale.steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
	});
});

describe('the crosswalks', () => {
	it('link only elements that there are', () => {
		const lost = crosswalks.flatMap(({ id, from, to, links }) =>
			links
				.filter(
					(link) =>
						!findElement(framework(from), link.from) ||
						(to && link.to && !findElement(framework(to), link.to))
				)
				.map((link) => `${id}: ${link.from} → ${link.to}`)
		);
		expect(lost).toEqual([]);
	});

	it('lead from every core component to a change, and to every change', () => {
		const { links } = crosswalk('components-changes');
		expect(new Set(links.map(({ from }) => from))).toEqual(new Set(codes('core-component')));
		expect(new Set(links.map(({ to }) => to))).toEqual(new Set(codes('change', changeMap)));
	});

	it('lead from every theme to a standard, and to every standard', () => {
		const { links } = crosswalk('themes-standards');
		expect(new Set(links.map(({ from }) => from))).toEqual(new Set(codes('theme', themes)));
		expect(new Set(links.map(({ to }) => to))).toEqual(new Set(codes('standard')));
	});

	it('give each proposed link a reason of its own', () => {
		const reasons = crosswalks.flatMap(({ links }) => links.flatMap(({ reason }) => reason ?? []));
		expect(reasons.length).toBeGreaterThan(200);
		expect(new Set(reasons).size).toBe(reasons.length);
	});

	it('join the printed standards of appendix C by title, whatever number is printed', () => {
		const { links } = crosswalk('standards-drivers');
		const titles = links.map(({ raw }) => raw!.replace(/^Standard \d+: /, ''));
		expect(titles).toEqual(links.map(({ from }) => findElement(standards, from)!.title));
		expect(new Set(links.map(({ from }) => from))).toEqual(new Set(codes('standard')));
		expect(links.find(({ from }) => from === '2')!.raw).toBe('Standard 1: Early help & support');
	});

	it('read the printed numbers of recommendations', () => {
		const { links } = crosswalk('standards-review-recommendations');
		expect(links.map(({ numbers }) => numbers)).toEqual(links.map(({ raw }) => readNumbers(raw!)));
		expect(links.find(({ from }) => from === '12')!.numbers).toEqual([49, 50, 51, 52, 53]);
	});

	it('name every code so that it can be found without its framework', () => {
		expect(locateElement(frameworks, '8.3')?.framework.id).toBe('sds-standards');
		expect(locateElement(frameworks, 'W4')?.framework.id).toBe('sds-change-map');
		expect(locateElement(frameworks, 'T3')?.framework.id).toBe('thematic-review');
	});
});
