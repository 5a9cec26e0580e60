import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { selfEvaluation, selfEvaluationWorld } from '../../../../tests/support/self-evaluation-world.ts';
import { judgeTheRest } from '../../../../tests/support/walked-stages.ts';
import type { Person } from '../access/actor.ts';
import { readiness } from '../db/schema/judging.ts';
import { listAssignments, listOwnAssignments } from '../queries/assignments.ts';
import { loadOwnStart } from '../queries/own-start.ts';
import { assignSection } from './assign-section.ts';
import { endAssignment } from './end-assignment.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const give = (change: Partial<Parameters<typeof assignSection>[2]> = {}, name: PersonName = 'ailsa') =>
	assignSection(world.db, world.by(name), {
		...{ review, section: 'T2', person: 'magnus', due: '2026-03-10' },
		...change
	});
const shown = (today: string) =>
	listAssignments(world.db, review, today).map(({ name, who, due, done, overdue }) => [
		name,
		who,
		due,
		done,
		overdue
	]);

describe('a section of a review', () => {
	test('is given to somebody by a day, and is overdue after it until it is done', () => {
		give();
		give({ section: 'evidence', person: 'ailsa', due: '' });
		const theme = 'Theme 2, Getting support at the right time';
		expect(shown('2026-03-10')).toEqual([
			[theme, 'Magnus', '2026-03-10', false, false],
			['The evidence', 'Ailsa', null, false, false]
		]);
		expect(shown('2026-03-11')[0]).toEqual([theme, 'Magnus', '2026-03-10', false, true]);
		judgeTheRest(world.db, world.by('ailsa'), review);
		expect(shown('2026-03-11')[0]).toEqual([theme, 'Magnus', '2026-03-10', true, false]);
	});

	test('a standard in development is done when notes on it are kept', () => {
		const { db, by } = selfEvaluationWorld();
		const asked = { review: selfEvaluation, section: '12', person: 'effie', due: '2026-03-10' };
		assignSection(db, by('effie'), asked);
		const done = () => listAssignments(db, selfEvaluation, '2026-03-11').map((each) => each.done);
		expect(done()).toEqual([false]);
		const authorship = { changedBy: 'effie', changedAt: '2026-03-02T09:00:00.000Z' };
		db.insert(readiness)
			.values({ reviewId: selfEvaluation, element: '12.1', words: 'We wait.', ...authorship })
			.run();
		expect(done()).toEqual([true]);
	});

	test('given again to the same person has another day, and is told once more', () => {
		const id = give();
		expect(give()).toBe(id);
		expect(give({ due: '2026-04-01' })).toBe(id);
		expect(shown('2026-03-01')).toHaveLength(1);
		expect(world.told().map(({ verb }) => verb)).toEqual(['section-assigned', 'section-assigned']);
	});

	test('stands on the home page of whom it was given to, and is gone from there when it is taken back', () => {
		const assignment = give();
		const at = '2026-03-12T10:00:00.000Z';
		const next = () => loadOwnStart(world.db, world.actor('magnus') as Person, at).next[0]?.words;
		expect(next()).toContain('Theme 2, Getting support at the right time, in “');
		expect(next()).toContain('by 10 March 2026: overdue');
		expect(listOwnAssignments(world.db, world.actor('ailsa'), at)).toEqual([]);
		endAssignment(world.db, world.by('ailsa'), { review, assignment });
		endAssignment(world.db, world.by('ailsa'), { review, assignment });
		expect(shown('2026-03-01')).toEqual([]);
		expect(world.told().map(({ verb }) => verb)).toEqual(['section-assigned', 'assignment-ended']);
	});

	test('is given by who leads, to somebody who works on the review, and is a section of it', () => {
		for (const name of ['magnus', 'callum', 'rona', 'effie', 'struan'] as const)
			expect(() => give({}, name), name).toThrow('There is nothing at this address');
		for (const change of [{ person: 'rona' }, { person: 'struan' }, { section: 'T99' }, { due: 'soon' }])
			expect(() => give(change), JSON.stringify(change)).toThrow('Look again');
		expect(world.told()).toEqual([]);
	});
});
