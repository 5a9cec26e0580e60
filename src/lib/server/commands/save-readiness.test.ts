import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { readiness } from '../db/schema/judging.ts';
import { reviews } from '../db/schema/reviews.ts';
import { FormProblem, Problem } from '../problems.ts';
import { findReadiness, findReadinessRow } from '../queries/readiness.ts';
import type { PersonName } from '../../../../tests/support/review-world.ts';
import type { ReviewWorld } from '../../../../tests/support/review-world.ts';
import {
	selfEvaluation as review,
	selfEvaluationWorld
} from '../../../../tests/support/self-evaluation-world.ts';
import { confirmReadiness } from './confirm-readiness.ts';
import { rateComponent } from './rate-component.ts';
import { saveReadiness } from './save-readiness.ts';

const una = 'una' as PersonName;
let world: ReviewWorld;
beforeEach(() => {
	world = selfEvaluationWorld();
});

const texts = {
	howWell: '2',
	words: 'Two teams work like this.',
	howDoWeKnow: '1',
	statement: '',
	target: '3',
	targetBy: '2027-03-31',
	whatNow: 'Try it in two more.'
};
const save = (asked: Partial<Parameters<typeof saveReadiness>[2]> = {}, who = una) =>
	saveReadiness(world.db, world.by(who), { review, element: '8.7', version: 0, ...texts, ...asked });
const rate = (step: string, from: string, who = una) =>
	rateComponent(world.db, world.by(who), { review, element: '8.7', of: 'howWell', step, from });

test('a component is saved whole, with what its stage rested on, and the trail tells what was there before', () => {
	expect(save()).toMatchObject({ saved: { version: 1 } });
	expect(findReadiness(world.db, review, '8.7')).toMatchObject({
		howWell: 2,
		target: 3,
		whatNow: texts.whatNow
	});
	expect(findReadinessRow(world.db, review, '8.7')?.basis?.map(({ key }) => key)).toContain(
		'measure:staff/M3'
	);
	save({ version: 1, howWell: '3' });
	const told = world.told().filter(({ verb }) => verb === 'readiness-saved');
	expect(told.map(({ subject }) => subject)).toEqual(['8.7', '8.7']);
	expect(told[1]?.before).toContain('How well: 2');
	expect(told[1]?.after).toContain('How well: 3');
});

test('what somebody else saved meanwhile is not overwritten, by form or by key', () => {
	save();
	expect(save({ words: 'Other words.' }, 'effie')).toMatchObject({
		conflict: { version: 1, texts: { words: texts.words } }
	});
	expect(() => rate('4', '', 'effie')).toThrow('Somebody else has changed 8.7 meanwhile.');
	expect(rate('4', '2', 'effie')).toMatchObject({ saved: { version: 2 } });
});

test('a key sets the stage alone, again and again the same, and takes it back', () => {
	expect(rate('3', '')).toMatchObject({ saved: { version: 1 } });
	expect(rate('3', '')).toMatchObject({ saved: { version: 1 } });
	expect(rate('', '3')).toMatchObject({ saved: { version: 2 } });
	expect(findReadiness(world.db, review, '8.7').howWell).toBeNull();
	expect(() => rate('5', '')).toThrow(FormProblem);
});

test('of a component in development notes are kept and no stage is taken', () => {
	const notes = { element: '12.1', howWell: '', target: '', targetBy: '' };
	expect(save(notes)).toMatchObject({ saved: { version: 1 } });
	expect(() => save({ ...notes, version: 1, howWell: '2' })).toThrow(FormProblem);
});

test('words that may name somebody stay with their writer', () => {
	expect(save({ words: 'Ask kirsty@example.org.' })).toMatchObject({ found: [{ field: 'words' }] });
	expect(findReadinessRow(world.db, review, '8.7')).toBeUndefined();
});

test('what was carried over from last year is confirmed once, or by setting a stage', () => {
	save();
	world.db.update(readiness).set({ toConfirm: true, basis: null }).run();
	confirmReadiness(world.db, world.by(una), { review, element: '8.7' });
	confirmReadiness(world.db, world.by(una), { review, element: '8.7' });
	expect(findReadinessRow(world.db, review, '8.7')).toMatchObject({ toConfirm: false, version: 2 });
	expect(findReadinessRow(world.db, review, '8.7')?.basis).not.toBeNull();
	expect(world.told().filter(({ verb }) => verb === 'readiness-confirmed')).toHaveLength(1);
});

test('where everybody judges on their own first, no stage is set here, nor why, and the rest is', () => {
	world.db.update(reviews).set({ independent: true }).where(eq(reviews.id, review)).run();
	expect(() => save()).toThrow(FormProblem);
	expect(() => rate('3', '')).toThrow(FormProblem);
	expect(() => save({ howWell: undefined })).toThrow(FormProblem);
	const later = { howWell: undefined, words: undefined, howDoWeKnow: undefined };
	expect(save(later)).toMatchObject({ saved: { version: 1 } });
	// Once the stage is agreed, why and how we know can be written better.
	world.db.update(readiness).set({ howWell: 2, agreed: 'moderation' }).run();
	expect(save({ howWell: '2', version: 1 })).toMatchObject({ saved: { version: 2 } });
});

test('a stage that was agreed together is not changed by a key of the table', () => {
	save();
	world.db.update(readiness).set({ agreed: 'workshop' }).run();
	expect(() => rate('4', '2')).toThrow(FormProblem);
	expect(rate('2', '2')).toMatchObject({ saved: { version: 1 } });
	expect(findReadiness(world.db, review, '8.7')).toMatchObject({ howWell: 2, agreed: 'workshop' });
});

test('a viewer, a stranger and an issued self-evaluation save nothing', () => {
	expect(() => save({}, 'morag')).toThrow(Problem);
	expect(() => rate('3', '', 'struan')).toThrow(Problem);
	world.db.update(reviews).set({ issuedAt: '2026-07-01T00:00:00.000Z' }).where(eq(reviews.id, review)).run();
	expect(save()).toHaveProperty('closed');
	expect(() => rate('3', '')).toThrow(Problem);
	expect(world.db.select().from(readiness).where(eq(readiness.reviewId, review)).all()).toEqual([]);
});
