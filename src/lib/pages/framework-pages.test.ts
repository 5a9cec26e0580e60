import { describe, expect, it } from 'vitest';
import { parseInstrument } from '#lib/evidence/instrument.ts';
import { parseCrosswalk } from '#lib/frameworks/crosswalk.ts';
import { parseFramework } from '#lib/frameworks/framework.ts';
import componentsChanges from '../../../fixtures/crosswalks/components-changes.json' with { type: 'json' };
import drivers from '../../../fixtures/crosswalks/standards-drivers.json' with { type: 'json' };
import recommendations from '../../../fixtures/crosswalks/standards-review-recommendations.json' with { type: 'json' };
import promise from '../../../fixtures/crosswalks/standards-the-promise.json' with { type: 'json' };
import themes from '../../../fixtures/crosswalks/themes-standards.json' with { type: 'json' };
import driverElements from '../../../fixtures/frameworks/implementation-drivers/2022.json' with { type: 'json' };
import changeMap from '../../../fixtures/frameworks/sds-change-map/2019.json' with { type: 'json' };
import standards from '../../../fixtures/frameworks/sds-standards/2021.json' with { type: 'json' };
import review from '../../../fixtures/frameworks/thematic-review/2019.json' with { type: 'json' };
import { describeChange, describeChangeMap } from './change-page.ts';
import { newestEdition } from './framework-source.ts';
import { describeStandard, listStandards } from './standard-page.ts';

const instrument = parseInstrument({
	id: 'short-form',
	edition: '1',
	title: 'Short form',
	questions: [
		{
			code: 'B1',
			wording: 'Was the budget explained?',
			type: 'yes-no',
			positive: ['yes'],
			elements: ['8.3', 'P5']
		}
	]
});
const shelf = {
	frameworks: [standards, changeMap, review, driverElements].map(parseFramework),
	crosswalks: [componentsChanges, drivers, recommendations, promise, themes].map(parseCrosswalk),
	instruments: [instrument]
};

describe('the list of standards', () => {
	it('holds the twelve standards with their 103 core components, the last one in development', () => {
		const { standards: listed } = listStandards(shelf);
		expect(listed.map(({ components }) => components)).toEqual([12, 11, 6, 8, 11, 8, 14, 11, 10, 3, 8, 1]);
		expect(listed.filter(({ inDevelopment }) => inDevelopment).map(({ code }) => code)).toEqual(['12']);
	});

	it('is that of the newest edition', () => {
		const later = { ...shelf.frameworks[0]!, edition: '2024' };
		expect(newestEdition([later, ...shelf.frameworks], 'sds-standards').edition).toBe('2024');
		expect(() => newestEdition([], 'sds-standards')).toThrow(RangeError);
	});
});

describe('the page of a standard', () => {
	const eight = describeStandard(shelf, '8');

	it('quotes the statement, the practice statement and every core component', () => {
		expect(eight?.title).toBe('Worker Autonomy');
		expect(eight?.practice).toMatch(/^Workers feel trusted/);
		expect(eight?.components).toHaveLength(11);
	});

	it('shows what the documents set beside it', () => {
		expect(eight?.recommendations?.numbers).toEqual([45]);
		expect(eight?.drivers?.titles).toEqual(['Competency drivers']);
	});

	it('gives a reason with every link that we propose', () => {
		const proposed = [
			...(eight?.themes ?? []),
			...(eight?.components ?? []).flatMap(({ changes }) => changes)
		];
		expect(proposed.length).toBeGreaterThan(10);
		expect(proposed.every(({ reason }) => reason.length > 10)).toBe(true);
	});

	it('names the questions that give evidence on a component', () => {
		const asked = eight?.components.find(({ code }) => code === '8.3')?.asked;
		expect(asked).toEqual([
			{ instrument: 'Short form', code: 'B1', wording: 'Was the budget explained?', answers: null }
		]);
	});

	it('shows the four parts of component 12.1', () => {
		expect(describeStandard(shelf, '12')?.components[0]?.parts).toHaveLength(4);
	});

	it('is missing for a number that is no standard', () => {
		expect(describeStandard(shelf, '13')).toBeUndefined();
		expect(describeStandard(shelf, '8.3')).toBeUndefined();
	});

	it('leads to the standards before and after it', () => {
		expect([eight?.previous?.code, eight?.next?.code]).toEqual(['7', '9']);
		expect(describeStandard(shelf, '1')?.previous).toBeNull();
	});
});

describe('the change map', () => {
	const map = describeChangeMap(shelf);

	it('has three columns of six, four and five changes, resting on involvement', () => {
		expect(map.columns.map(({ changes }) => changes.length)).toEqual([6, 4, 5]);
		expect(map.involvement?.text).toContain('must inform and underpin');
		expect(map.evidence?.items).toHaveLength(11);
	});

	it('counts the components that support each change, standard by standard', () => {
		for (const change of map.columns.flatMap(({ changes }) => changes)) {
			const counted = change.perStandard.reduce((sum, { count }) => sum + count, 0);
			expect(counted).toBe(change.components);
		}
	});

	it('leaves no core component without a change', () => {
		expect(map.components).toBe(103);
	});
});

describe('the page of a change', () => {
	it('sets its components under their standards, each with our reason', () => {
		const change = describeChange(shelf, 'W4');
		expect(change?.standards.map(({ code }) => code)).toEqual(['2', '5', '6', '8']);
		expect(
			change?.standards.flatMap(({ components }) => components).every(({ reason }) => reason !== '')
		).toBe(true);
	});

	it('names the questions that ask about it', () => {
		expect(describeChange(shelf, 'P5')?.asked.map(({ code }) => code)).toEqual(['B1']);
	});

	it('leads from a question to its answers where a review that asked it is kept', () => {
		const answers = new Map([
			['short-form@1', { place: 'The isle, 2025', sourceHref: '/reviews/isle/evidence/files' }]
		]);
		expect(describeChange({ ...shelf, answers }, 'P5')?.asked[0]?.answers).toEqual({
			place: 'The isle, 2025',
			href: '/reviews/isle/evidence/files/questions/B1'
		});
		expect(describeChange(shelf, 'P5')?.asked[0]?.answers).toBeNull();
	});

	it('is missing for a code that is no change', () => {
		expect(describeChange(shelf, 'LO1')).toBeUndefined();
	});
});
