import { beforeEach, describe, expect, test } from 'vitest';
import { review, reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import { walkToIssue } from '../../../../tests/support/walked-stages.ts';
import { FormProblem } from '../problems.ts';
import { findReview } from '../queries/reviews.ts';
import { savePlan, type PlanAsked } from './save-plan.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const plan = { title: 'Support on the isle', from: '2025-01-01', to: '2025-12-31', about: 'One.\nTwo.' };
const save = (name: 'ailsa' | 'magnus' | 'effie', changes: Partial<PlanAsked> = {}, version = 1) =>
	savePlan(world.db, world.by(name), { review, ...plan, version, ...changes });

function faults(changes: Partial<PlanAsked>): string[] {
	try {
		save('ailsa', changes);
	} catch (problem) {
		if (problem instanceof FormProblem) return Object.keys(problem.fields);
		throw problem;
	}
	return [];
}

describe('the plan of a review', () => {
	test('is saved by its lead, and told with what stood there before', () => {
		expect(save('ailsa')).toEqual({ saved: { version: 2, at: '2026-03-02T10:00:00.000Z' } });
		expect(findReview(world.db, review)).toMatchObject({ ...plan, about: ['One.', 'Two.'] });
		expect(world.told()).toMatchObject([
			{
				verb: 'plan-saved',
				person: 'ailsa',
				before: 'Self-directed support on the isle\n\n2025-01-01 to 2025-06-30',
				after: 'Support on the isle\n\n2025-01-01 to 2025-12-31\n\nOne.\n\nTwo.'
			}
		]);
	});

	test('is not there for anybody who does not lead it', () => {
		for (const name of ['magnus', 'effie'] as const)
			expect(() => save(name), name).toThrow('There is nothing at this address');
	});

	test('has a title and a period of days that there are, the first before the last', () => {
		expect(faults({ title: ' ' })).toEqual(['title']);
		expect(faults({ from: '2025-02-30', to: 'soon' })).toEqual(['from', 'to']);
		expect(faults({ from: '2025-12-31', to: '2025-01-01' })).toEqual(['to']);
		expect(faults({ title: 'x'.repeat(201), about: 'x'.repeat(20_001) })).toEqual(['title', 'about']);
	});

	test('saved from an older version overwrites nothing', () => {
		save('ailsa');
		expect(save('ailsa', { title: 'Another' })).toMatchObject({
			conflict: { version: 2, texts: { title: plan.title } }
		});
		expect(findReview(world.db, review).title).toBe(plan.title);
	});

	test('names nobody', () => {
		expect(save('ailsa', { about: 'Write to flora@isle.example.' })).toHaveProperty('found');
		expect(world.told()).toEqual([]);
	});

	test('stays as it is once the review is issued', () => {
		walkToIssue(world.db, world.by('ailsa'), review);
		expect(save('ailsa', {}, 2)).toHaveProperty('closed');
	});
});
