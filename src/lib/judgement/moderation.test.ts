import { describe, expect, test } from 'vitest';
import {
	farPairs,
	isConversation,
	leadersAheadOfWorkers,
	seenByPerspective,
	stepsApart
} from './moderation.ts';
import { initialsOf, type OwnJudgement } from './own-judgement.ts';
import { judgesAgreement } from './judges-agreement.ts';

const given = (
	person: string,
	step: number,
	perspective: OwnJudgement['perspective'] = null
): OwnJudgement => ({
	person,
	name: person,
	step,
	howDoWeKnow: null,
	reason: `Because of ${person}.`,
	perspective,
	at: '2026-03-02T10:00:00.000Z',
	version: 1
});

describe('how far judgements lie apart', () => {
	test('is told from the lowest to the highest', () => {
		expect(stepsApart([given('a', 3), given('b', 5), given('c', 4)])).toBe(2);
		expect(stepsApart([given('a', 3)])).toBe(0);
		expect(stepsApart([])).toBe(0);
	});

	test('is shown for every two that differ by two or more steps, the furthest first', () => {
		const pairs = farPairs([given('a', 2), given('b', 5), given('c', 4), given('d', 3)]);
		expect(pairs.map(({ lower, higher, steps }) => `${lower.person}${higher.person}${steps}`)).toEqual([
			'ab3',
			'ac2',
			'db2'
		]);
	});
});

describe('perspectives', () => {
	test('are counted one by one, with those from which nobody judged', () => {
		const seen = seenByPerspective(
			[given('a', 4, 'senior-decision-maker'), given('b', 1, 'worker')],
			[0, 1, 2, 3, 4]
		);
		expect(seen.map(({ perspective, people, counts }) => [perspective, people, counts.join('')])).toEqual([
			['senior-decision-maker', 1, '00001'],
			['worker', 1, '01000'],
			['other-professional', 0, '00000'],
			['person-or-carer', 0, '00000']
		]);
	});

	test('of nobody in particular stand apart', () => {
		expect(seenByPerspective([given('a', 2)], [1, 2]).at(-1)).toEqual({
			perspective: null,
			people: 1,
			counts: [0, 1]
		});
	});

	test('make a conversation to have where leaders and workers see a component two stages apart', () => {
		const leader = (step: number) => given(`l${step}`, step, 'senior-decision-maker');
		const worker = (step: number) => given(`w${step}`, step, 'worker');
		expect(isConversation([leader(4), worker(2)])).toBe(true);
		expect(isConversation([leader(1), worker(3)])).toBe(true);
		expect(isConversation([leader(3), worker(2)])).toBe(false);
		expect(isConversation([leader(3), leader(4), worker(1), worker(2)])).toBe(true);
		expect(leadersAheadOfWorkers([leader(4), worker(1), worker(2), worker(3)])).toBe(2);
		expect(leadersAheadOfWorkers([leader(4)])).toBeNull();
		expect(isConversation([leader(4), given('p', 0, 'person-or-carer')])).toBe(false);
	});
});

describe('agreement over all themes', () => {
	const steps = [1, 2, 3, 4, 5, 6];
	const two = (pairs: readonly (readonly [number, number])[]) =>
		judgesAgreement(
			pairs.map(([a, b]) => [given('a', a), given('b', b)]),
			steps
		)!;

	test('is a weighted kappa of two judges, and an ordinal alpha of more', () => {
		expect(two([[3, 3]])).toMatchObject({ name: 'κ', judges: 2, pairs: 1, same: 1 });
		const three = judgesAgreement([[given('a', 3), given('b', 4), given('c', 3)], [given('a', 2)]], steps);
		expect(three).toMatchObject({ name: 'α', judges: 3, elements: 1, pairs: 3, same: 1, far: 0 });
	});

	test('is what one works out by hand', () => {
		const found = two([
			[3, 3],
			[4, 4],
			[2, 3],
			[5, 4],
			[4, 3]
		]);
		// κ with linear weights: the differences observed, a mean of 3 ÷ 5, by those of every first with every second.
		const expected = [2, 3, 4, 4, 5].flatMap((a) => [3, 4, 3, 4, 3].map((b) => Math.abs(a - b)));
		const byHand = 1 - 3 / 5 / (expected.reduce((sum, each) => sum + each, 0) / 25);
		expect(found.coefficient.value).toBeCloseTo(byHand, 10);
	});

	test('says of a handful of themes that it says little, and of fewer that it says nothing', () => {
		expect(
			two([
				[3, 3],
				[4, 4],
				[2, 2]
			]).reading
		).toContain('too little');
		expect(
			two([
				[3, 3],
				[4, 4],
				[2, 2],
				[5, 5],
				[3, 3]
			]).reading
		).toBe('The judges see it much alike. So few say little: look at the judgements themselves.');
		expect(
			two([
				[3, 3],
				[3, 3],
				[3, 3],
				[3, 3]
			]).reading
		).toContain('same step everywhere');
	});

	test('is nothing while no theme has two judgements', () => {
		expect(judgesAgreement([[given('a', 3)], []], steps)).toBeNull();
	});
});

test('a judge is marked by initials', () => {
	expect(['Ailsa Munro', 'Kwame', 'Mary Ann Mac-Leod', 'eilidh òg', '3'].map(initialsOf)).toEqual([
		'AM',
		'K',
		'ML',
		'EÒ',
		'?'
	]);
});
