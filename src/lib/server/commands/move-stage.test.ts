import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { judgeTheRest, toIssue, walkToChecking } from '../../../../tests/support/walked-stages.ts';
import { startCopy } from './start-review.ts';
import { stages } from '#lib/judgement/stage.ts';
import { FormProblem, Problem } from '../problems.ts';
import { listAccuracyPoints } from '../queries/comments.ts';
import { loadStagePage } from '../queries/stages.ts';
import { maySee } from '../queries/visible-reviews.ts';
import { answerAccuracyPoint } from './answer-accuracy-point.ts';
import { issueReview } from './issue-review.ts';
import { loadSamples } from './load-samples.ts';
import { makeAccuracyPoint } from './make-accuracy-point.ts';
import { moveStage } from './move-stage.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const stage = () => loadStagePage(world.db, review).stage;
const move = (
	to: string,
	{ name = 'ailsa', words = '', from = stage() }: { name?: PersonName; words?: string; from?: string } = {}
) => moveStage(world.db, world.by(name), { review, from, to, words });
function refusalOf(ask: () => unknown): Problem {
	try {
		ask();
	} catch (error) {
		if (error instanceof Problem) return error;
		throw error;
	}
	throw new Error('it was not refused');
}

describe('moving a review', () => {
	test('goes on one stage at a time, and says what is missing where it does not', () => {
		expect(refusalOf(() => move('judging'))).toBeInstanceOf(FormProblem);
		move('gathering');
		move('judging');
		const refusal = refusalOf(() => move('moderating'));
		expect([refusal.code, refusal.details.length]).toEqual(['stage-not-ready', 1]);
		expect(refusal.details[0]).toContain('theme 1; theme 2');
		expect(stage()).toBe('judging');
	});

	test('goes back with a reason, which is kept, and never without', () => {
		move('gathering');
		expect(refusalOf(() => move('planning')).details).toEqual(['Write why the review goes back.']);
		expect(refusalOf(() => move('planning', { words: 'Ask her on 07700 900123.' })).details[0]).toContain(
			'a phone number'
		);
		move('planning', { words: 'A source was forgotten.' });
		expect(world.told().at(-1)).toMatchObject({
			...{ verb: 'stage-moved', reason: 'A source was forgotten.' },
			facts: { from: 'gathering', to: 'planning', back: true }
		});
		expect(loadStagePage(world.db, review).said).toMatchObject([{ words: 'A source was forgotten.' }]);
	});

	test('is done once, though it is sent twice', () => {
		move('gathering', { from: 'planning' });
		expect(refusalOf(() => move('gathering', { from: 'planning' })).code).toMatch(
			/form-invalid|changed-meanwhile/
		);
		expect(refusalOf(() => move('judging', { from: 'planning' })).code).toBe('changed-meanwhile');
		expect(world.told()).toHaveLength(1);
	});

	test('is for who leads it', () => {
		for (const name of ['magnus', 'rona', 'callum', 'iain', 'effie', 'struan'] as const)
			expect(() => move('gathering', { name }), name).toThrow('There is nothing at this address');
		for (const to of [...stages.slice(3), 'elsewhere']) expect(() => move(to)).toThrow();
		expect(stage()).toBe('planning');
	});

	test('to the check of its accuracy shares the draft with the partnership under review', () => {
		expect(maySee(world.db, world.actor('effie'), review)).toBe(false);
		walkToChecking(world.db, world.by('ailsa'), review);
		expect(maySee(world.db, world.actor('effie'), review, 'check-accuracy')).toBe(true);
	});

	test('takes a copy of the worked example through, which has all that is asked', () => {
		loadSamples(world.db, '2026-01-01T00:00:00.000Z');
		const copy = startCopy(world.db, world.by('ailsa'), { organisation: 'north' });
		walkToChecking(world.db, world.by('ailsa'), copy);
		const page = loadStagePage(world.db, copy);
		expect([page.stage, page.next?.ready, page.asked]).toEqual(['checking', true, 'accuracy']);
	});
});

describe('issuing a thematic review', () => {
	beforeEach(() => walkToChecking(world.db, world.by('ailsa'), review));
	const issue = () => issueReview(world.db, world.by('ailsa'), { review, sure: true });

	test('waits for an answer to every point of factual accuracy', () => {
		const asked = { review, about: 'theme:T2', text: 'It was 58 files, not 60.' };
		const point = makeAccuracyPoint(world.db, world.by('effie'), asked);
		expect(refusalOf(issue).details[0]).toContain('One point has no answer yet.');
		const answer = { review, point, answer: 'accepted', text: 'Put right.' };
		for (const name of ['effie', 'callum', 'rona', 'struan'] as const)
			expect(() => answerAccuracyPoint(world.db, world.by(name), answer), name).toThrow('There is nothing');
		expect(
			refusalOf(() => answerAccuracyPoint(world.db, world.by('magnus'), { ...answer, answer: '' }))
		).toBeInstanceOf(FormProblem);
		answerAccuracyPoint(world.db, world.by('magnus'), answer);
		const otherwise = { ...answer, answer: 'declined', text: 'There were 60.' };
		expect(refusalOf(() => answerAccuracyPoint(world.db, world.by('ailsa'), otherwise)).code).toBe(
			'changed-meanwhile'
		);
		const [seen] = listAccuracyPoints(world.db, review);
		answerAccuracyPoint(world.db, world.by('ailsa'), { ...otherwise, seen: seen!.answer!.at });
		issue();
		expect(stage()).toBe('issued');
	});

	test('points are made by who leads or contributes in the partnership under review, and by nobody else', () => {
		const make = (name: PersonName, change = {}) =>
			makeAccuracyPoint(world.db, world.by(name), { review, about: 'review', text: 'Not so.', ...change });
		for (const name of ['ailsa', 'magnus', 'callum', 'rona', 'morag', 'struan'] as const)
			expect(() => make(name), name).toThrow('There is nothing at this address');
		expect(refusalOf(() => make('effie', { about: 'source:files' })).details).toEqual([
			'Choose the section that it is about.'
		]);
		expect(refusalOf(() => make('effie', { text: 'Ask her on 07700 900123.' })).code).toBe('form-invalid');
	});
});

describe('issuing a self-evaluation', () => {
	test('asks for the confirmation of its leadership, with a role and never a name', () => {
		world = reviewWorld('self-evaluation');
		judgeTheRest(world.db, world.by('effie'), review);
		walkToChecking(world.db, world.by('effie'), review);
		const issue = (change = {}) =>
			issueReview(world.db, world.by('effie'), { review, ...toIssue, ...change });
		expect(refusalOf(() => issue({ role: '', words: '' })).details).toEqual([
			'Write the role of who confirms it.',
			'Write what leadership says to it.'
		]);
		expect(refusalOf(() => issue({ words: 'Ask her on 07700 900123.' })).details[0]).toContain(
			'a phone number'
		);
		issue();
		expect(loadStagePage(world.db, review).said.map(({ words }) => words)).toEqual([
			'Chief officer: We have read it and agree.'
		]);
	});
});
