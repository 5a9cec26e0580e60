import { describe, expect, test } from 'vitest';
import { proposeFindings, type EvidenceOfElement, type ProposableMeasure } from './propose-findings.ts';

const bands = {
	bands: [
		{ name: 'few', from: 0, to: 15 },
		{ name: 'less than half', from: 15, to: 50 },
		{ name: 'the majority', from: 50, to: 75 },
		{ name: 'most', from: 75, to: 90 },
		{ name: 'almost all', from: 90, to: 100 }
	]
};
const offered: ProposableMeasure = {
	source: 'files',
	sourceTitle: 'Case files',
	question: 'C11',
	label: 'Advocacy offered',
	sentence: 'Most files (47 of 60) show that advocacy was offered.',
	positive: 47,
	base: 60,
	term: 'most',
	secure: false,
	touches: ['the majority', 'most'],
	elements: ['T2', '3.1']
};
const felt: ProposableMeasure = {
	...offered,
	source: 'staff',
	sourceTitle: 'Staff survey',
	question: 'S4',
	label: 'Advocacy known',
	sentence: 'Few staff who answered (4 of 40) know of advocacy.',
	positive: 4,
	base: 40,
	term: 'few',
	secure: null,
	touches: []
};
const evidence = (changes: Partial<EvidenceOfElement>): EvidenceOfElement => ({
	element: 'T2',
	title: 'Support in time',
	measures: [],
	disagreements: [],
	bare: false,
	bareParts: [],
	...changes
});
const propose = (changes: Partial<EvidenceOfElement>, links: { source: string; question?: string }[] = []) =>
	proposeFindings([evidence(changes)], [{ links }], bands);

describe('a proposed finding', () => {
	test('says what a measure says, with why it is proposed and what it rests on', () => {
		expect(propose({ measures: [offered] })).toEqual([
			{
				key: 'measure/files/C11/most',
				kind: 'measure',
				element: 'T2',
				elements: ['3.1'],
				direction: 'strength',
				heading: 'Advocacy offered',
				text: 'Most files (47 of 60) show that advocacy was offered.',
				why: 'Case files, C11: 47 of 60, “most”, borderline between “the majority” and “most”. No finding rests on it yet.',
				links: [{ source: 'files', question: 'C11' }]
			}
		]);
	});

	test.each([
		['few', 'area-for-improvement'],
		['less than half', 'area-for-improvement'],
		['the majority', null],
		['most', 'strength'],
		['almost all', 'strength']
	])('leaves the side open where the term speaks for neither: %s', (term, direction) => {
		expect(propose({ measures: [{ ...offered, term }] })[0]?.direction).toBe(direction);
	});

	test('is not made of what a finding rests on already, nor of a base of a few', () => {
		expect(propose({ measures: [offered] }, [{ source: 'files', question: 'C11' }])).toEqual([]);
		expect(propose({ measures: [{ ...offered, positive: 9, base: 9 }] })).toEqual([]);
	});

	test('has the same key while the evidence says the same, and another once its term is another', () => {
		const key = (changes: Partial<ProposableMeasure>) =>
			propose({ measures: [{ ...offered, ...changes }] })[0]?.key;
		expect(key({ positive: 48 })).toBe(key({}));
		expect(key({ term: 'the majority' })).not.toBe(key({}));
	});

	test('names both sides where sources disagree, until one finding rests on both', () => {
		const disagreements = [{ low: felt, high: offered }];
		const [draft] = propose({ disagreements });
		expect(draft).toMatchObject({
			kind: 'disagreement',
			direction: null,
			text: 'Sources disagree on advocacy offered: most files (47 of 60) show that advocacy was offered, but few staff who answered (4 of 40) know of advocacy.',
			links: [
				{ source: 'files', question: 'C11' },
				{ source: 'staff', question: 'S4' }
			]
		});
		expect(propose({ disagreements }, [{ source: 'files', question: 'C11' }])).toHaveLength(1);
		expect(
			propose({ disagreements }, [
				{ source: 'files', question: 'C11' },
				{ source: 'staff', question: 'S4' }
			])
		).toEqual([]);
	});

	test('says of what there is no evidence: the whole, or the parts of it', () => {
		const parts = ['8.1', '8.4', '8.7', '8.9'].map((code) => ({ code, title: `Part ${code}` }));
		expect(propose({ bare: true })[0]?.text).toBe('There is no evidence on “Support in time”.');
		expect(propose({ bareParts: parts.slice(0, 2) })[0]?.text).toBe(
			'There is no evidence on “Part 8.1” and “Part 8.4”.'
		);
		expect(propose({ bareParts: parts })[0]).toMatchObject({
			direction: null,
			text: 'There is no evidence on 4 parts of “Support in time”: 8.1, 8.4, 8.7 and 8.9.',
			elements: ['8.1', '8.4', '8.7', '8.9'],
			links: []
		});
	});

	test('is made once, under the first element that its measure gives evidence on', () => {
		const drafts = proposeFindings(
			[evidence({ measures: [offered] }), evidence({ element: 'T3', measures: [offered] })],
			[],
			bands
		);
		expect(drafts.map(({ element }) => element)).toEqual(['T2']);
	});
});
