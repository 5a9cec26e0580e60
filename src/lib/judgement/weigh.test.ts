import { expect, test } from 'vitest';
import { findingSchema } from './judgement.ts';
import { weighFindings } from './weigh.ts';

const finding = (id: string, weight: string, direction = 'strength') =>
	findingSchema.parse({
		id,
		element: 'T1',
		direction,
		weight,
		reason: 'Because.',
		heading: 'H',
		text: 'It is so.'
	});

test('findings stand by weight, the heaviest first, and within a weight as they were written', () => {
	const groups = weighFindings(
		[finding('a', 'ordinary'), finding('b', 'critical'), finding('c', 'ordinary'), finding('d', 'critical')],
		'strength'
	);
	expect(groups.map(({ weight, findings }) => [weight, findings.map(({ id }) => id)])).toEqual([
		['critical', ['b', 'd']],
		['ordinary', ['a', 'c']]
	]);
});

test('strengths and areas for improvement never stand on the same side', () => {
	const all = [finding('a', 'ordinary'), finding('b', 'ordinary', 'area-for-improvement')];
	expect(weighFindings(all, 'area-for-improvement')[0]?.findings.map(({ id }) => id)).toEqual(['b']);
	expect(weighFindings([], 'strength')).toEqual([]);
});
