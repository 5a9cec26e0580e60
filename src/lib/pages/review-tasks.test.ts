import { describe, expect, test } from 'vitest';
import { smallReview } from '../../../tests/support/small-review.ts';
import { deriveReviewOverview } from './review-overview.ts';
import { deriveTasks, firstToDo, type TaskFacts } from './review-tasks.ts';

const facts: TaskFacts = {
	kind: 'thematic-review',
	stage: 'judging',
	period: '1 April 2023 to 31 March 2024',
	team: 3,
	sources: 4,
	instruments: 3,
	samples: { of: 2, drawn: 1, records: 60, replaced: 4 },
	stages: deriveReviewOverview(smallReview()).stages,
	own: { given: 6, of: 7, missing: ['theme 5'] },
	readiness: null,
	moderation: { agreed: 4, of: 7, ready: ['theme 2'], setAside: 1 },
	canShare: true,
	shared: false,
	points: { all: 0, answered: 0 },
	actions: { all: 0, completed: 0, overdue: 0 },
	recommendations: { all: 1, without: 1 }
};
const task = (name: string, change: Partial<TaskFacts> = {}) =>
	deriveTasks({ ...facts, ...change }).find((each) => each.name === name)!;

describe('the task list of a review', () => {
	test('leads from the plan to the report in the order of the work', () => {
		expect(deriveTasks(facts).map(({ name, status }) => `${name}: ${status}`)).toEqual([
			'Plan: completed',
			'Sample: in-progress',
			'Evidence: in-progress',
			'Findings: in-progress',
			'Your evaluations: in-progress',
			'Moderation: in-progress',
			'Factual accuracy: cannot-start-yet',
			'Plan of action: cannot-start-yet',
			'Report: in-progress'
		]);
	});

	test('says of each what is there and what is missing', () => {
		expect(task('Sample').summary).toBe('60 records drawn for 1 of 2 sources, 4 replaced.');
		expect(task('Your evaluations').summary).toBe('6 of 7 themes. To do: theme 5.');
		expect(task('Moderation').summary).toBe(
			'4 of 7 themes agreed. Ready: theme 2. 1 was set aside, to be judged again.'
		);
		expect(task('Plan of action').summary).toBe(
			'Opens when all is agreed. 1 recommendation without an action.'
		);
	});

	test('shows a self-evaluation by its components, with what of last year is to be confirmed', () => {
		const self = { kind: 'self-evaluation' as const, own: null, moderation: null };
		const last = { done: 102, of: 102, toConfirm: 12, standards: 12, written: 5, findings: 0 };
		const tasks = deriveTasks({ ...facts, ...self, readiness: last });
		expect(tasks.map(({ name }) => name)).toEqual([
			'Plan',
			'Sample',
			'Evidence',
			'Findings',
			'Readiness',
			'Confirmation by leadership',
			'Plan of action',
			'Report'
		]);
		expect(tasks[4]).toMatchObject({
			status: 'in-progress',
			summary: '102 of 102 components judged. 12 of last year to confirm.'
		});
		expect(tasks.at(-1)!.summary).toBe('Draft. 5 of 12 standards have overall words.');
		expect(tasks[3]).toMatchObject({ status: 'not-started' });
		const early = { status: 'completed' as const };
		expect(firstToDo(tasks.map((each, at) => (at < 3 ? { ...each, ...early } : each)))?.name).toBe(
			'Readiness'
		);
	});

	test('opens the check of accuracy with the draft, and closes it when every point is answered', () => {
		const shared = (all: number, answered: number) => {
			const { status, summary } = task('Factual accuracy', { shared: true, points: { all, answered } });
			return [status, summary];
		};
		expect(shared(0, 0)).toEqual(['in-progress', 'The draft is shared. No point has been made yet.']);
		expect(shared(3, 1)).toEqual(['in-progress', '1 of 3 points answered.']);
		expect(shared(3, 3)).toEqual(['completed', '3 of 3 points answered.']);
	});

	test('opens on what we said we would do, where actions came along from last year', () => {
		const actions = { all: 4, completed: 1, overdue: 2 };
		expect(task('Plan of action', { actions })).toMatchObject({
			status: 'in-progress',
			progress: 1 / 4,
			summary: '4 actions, 1 completed, 2 overdue. 1 recommendation without an action.'
		});
	});

	test('leads to the first that is neither done nor waits for another', () => {
		expect(firstToDo(deriveTasks(facts))?.name).toBe('Sample');
		const samples = { of: 1, drawn: 1, records: 60, replaced: 0 };
		expect(firstToDo(deriveTasks({ ...facts, samples }))?.name).toBe('Evidence');
	});

	test('shows nothing of moderation to who may not see it', () => {
		expect(task('Moderation', { moderation: null })).toBeUndefined();
	});
});
