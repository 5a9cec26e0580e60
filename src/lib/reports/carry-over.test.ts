import { expect, test } from 'vitest';
import { smallReview } from '../../../tests/support/small-review.ts';
import { actionSchema } from '#lib/improvement/action.ts';
import { readinessSchema } from '#lib/judgement/readiness.ts';
import { bundleSchema, type Bundle } from './bundle.ts';
import { carryOver } from './carry-over.ts';

const asked = { id: 'isle-2025', title: 'This year', from: '2024-04-01', to: '2025-03-31', about: [] };
const last: Bundle = {
	...smallReview().bundle,
	readiness: [
		readinessSchema.parse({
			...{ element: '8.7', howWell: 2, howDoWeKnow: 1, target: 3, targetBy: null, words: 'Begun.' },
			...{ agreed: 'workshop' }
		})
	],
	actions: [
		actionSchema.parse({ id: 'budgets', title: 'Budgets early', recommendation: 1, status: 'in-progress' }),
		actionSchema.parse({
			...{ id: 'advocacy', title: 'Advocacy', status: 'completed', evidence: 'Offered to all.' },
			tests: [{ id: 'one', plan: 'One team' }]
		})
	]
};
const carried = carryOver(last, asked);

test('evidence and readiness come along from last year, each to be confirmed', () => {
	expect(carried.sources.map(({ id, toConfirm }) => [id, toConfirm])).toEqual([
		['files', true],
		['staff', true],
		['questionnaires', true],
		['carers', true]
	]);
	expect(carried.sources[3]!.passages).toEqual(last.sources[3]!.passages);
	expect(carried.readiness).toEqual([{ ...last.readiness[0], toConfirm: true, agreed: null }]);
});

test('what was concluded stays behind', () => {
	const { findings, evaluations, narratives, recommendations, involvement } = carried;
	expect([findings, evaluations, narratives, recommendations, involvement]).toEqual([[], [], [], [], []]);
});

test('actions come along, done or not, and say from where', () => {
	expect(
		carried.actions.map(({ id, status, carriedFrom, recommendation }) => [
			id,
			status,
			carriedFrom,
			recommendation
		])
	).toEqual([
		['budgets', 'in-progress', 'glen-and-isle-2024/budgets', null],
		['advocacy', 'completed', 'glen-and-isle-2024/advocacy', null]
	]);
	expect(carried.actions[1]!.tests).toEqual(last.actions[1]!.tests);
});

test('the new review has its own name and period, says from which it came, and is a bundle', () => {
	expect(carried.review).toMatchObject({
		...{ id: 'isle-2025', title: 'This year', from: '2024-04-01', carriedFrom: 'glen-and-isle-2024' },
		about: last.review.about
	});
	expect(bundleSchema.parse(carried)).toEqual(carried);
});
