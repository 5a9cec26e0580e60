import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { judgements } from '../db/schema/conclusions.ts';
import { ownJudgements } from '../db/schema/judging.ts';
import { loadComments, loadCommentsPage } from '../queries/comments.ts';
import { loadOwnStart } from '../queries/own-start.ts';
import { loadSinceVisit } from '../queries/since-visit.ts';
import type { Person } from '../access/actor.ts';
import { noteVisit } from './note-visit.ts';
import { withdrawComment } from './withdraw-comment.ts';
import { writeComment } from './write-comment.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const say = (name: PersonName, change: Partial<Parameters<typeof writeComment>[2]> = {}, at?: string) =>
	writeComment(world.db, world.by(name, at), {
		...{ review, about: 'theme:T2', text: 'Look at the budgets again.', mentions: [] },
		...change
	});
const heard = (name: PersonName, about = 'theme:T2') =>
	loadComments(world.db, world.actor(name), review, about)?.lines.map(({ text }) => text);
const authorship = { changedBy: 'magnus', changedAt: '2026-03-02T09:00:00.000Z' };
const own = (name: PersonName) =>
	world.db
		.insert(ownJudgements)
		.values({ reviewId: review, element: 'T2', personId: name, step: 4, reason: 'So.', ...authorship })
		.run();

describe('a comment', () => {
	test.each(['review', 'source:files', 'finding:advocacy', 'theme:T2'])(
		'can be said of anything: %s',
		(about) => {
			own('magnus');
			say('ailsa', { about });
			expect(heard('magnus', about)).toEqual(['Look at the budgets again.']);
			expect(loadCommentsPage(world.db, world.actor('magnus'), review).lines[0]!.about.about).toBe(about);
		}
	);

	test('is for those who work on the review, and for nobody else', () => {
		say('callum', { about: 'review' });
		for (const name of ['ailsa', 'magnus', 'callum'] as const) expect(heard(name, 'review')).toHaveLength(1);
		for (const name of ['rona', 'iain', 'effie', 'morag', 'struan'] as const) {
			expect(heard(name, 'review'), name).toBeUndefined();
			expect(() => say(name), name).toThrow('There is nothing at this address');
		}
	});

	test('of what is not there is not taken, nor one that is empty or may name somebody', () => {
		for (const about of ['theme:T99', 'standard:8', 'finding:none', 'elsewhere', 'component:8.7', ''])
			expect(() => say('ailsa', { about }), about).toThrow('There is nothing at this address');
		expect(() => say('ailsa', { text: '  ' })).toThrow('Look again');
		expect(() => say('ailsa', { text: 'Ask her on 07700 900123.' })).toThrow('may name somebody');
		expect(() => say('ailsa', { mentions: ['rona'] })).toThrow('Look again');
		expect(world.told()).toEqual([]);
	});

	test('tells the trail nothing of its words', () => {
		say('ailsa', { mentions: ['magnus'] });
		expect(world.told()).toMatchObject([
			{ verb: 'comment-written', subject: 'theme:T2', before: null, after: null, facts: { mentions: 1 } }
		]);
	});

	test('is said to those who are chosen, and to those with an @ before their name, but never to oneself', () => {
		say('ailsa', { about: 'review', mentions: ['magnus'], text: 'See this, @Callum, and @Ailsa.' });
		const [line] = loadComments(world.db, world.actor('magnus'), review, 'review')!.lines;
		expect([line!.to, line!.forMe]).toEqual([['Magnus', 'Callum'], true]);
		expect(loadCommentsPage(world.db, world.actor('ailsa'), review, { forMe: true }).lines).toEqual([]);
	});

	test('is withdrawn by who wrote it, and by nobody else', () => {
		const comment = say('ailsa', { about: 'review' });
		expect(() => withdrawComment(world.db, world.by('magnus'), { review, comment })).toThrow(
			'There is nothing'
		);
		withdrawComment(world.db, world.by('ailsa'), { review, comment });
		expect(heard('magnus', 'review')).toEqual([]);
		expect(() => withdrawComment(world.db, world.by('ailsa'), { review, comment })).toThrow(
			'There is nothing'
		);
	});
});

describe('what others say of a theme', () => {
	test('is held back from a judge until they have given their own evaluation', () => {
		own('ailsa');
		say('ailsa', { mentions: ['magnus'] });
		say('magnus', { text: 'My own thought.' });
		expect(heard('magnus')).toEqual(['My own thought.']);
		const page = loadCommentsPage(world.db, world.actor('magnus'), review);
		expect(page.lines.map(({ text }) => text)).toEqual(['My own thought.']);
		expect(page.heldBack).toEqual(['Theme 2, Getting support at the right time']);
		expect(
			loadOwnStart(world.db, world.actor('magnus') as Person, '2026-03-03T10:00:00.000Z').next
		).not.toContainEqual(expect.objectContaining({ words: expect.stringContaining('comment') }));
		own('magnus');
		expect(heard('magnus')).toHaveLength(2);
		expect(loadCommentsPage(world.db, world.actor('magnus'), review).heldBack).toEqual([]);
	});

	test('is shown to all who work on the review once an evaluation is agreed, and to observers before', () => {
		say('ailsa');
		expect([heard('magnus'), heard('callum')]).toEqual([[], ['Look at the budgets again.']]);
		world.db
			.insert(judgements)
			.values({ reviewId: review, element: 'T2', step: 4, reason: 'Agreed.', ...authorship })
			.run();
		expect(heard('magnus')).toEqual(['Look at the budgets again.']);
	});
});

describe('what is said to somebody', () => {
	const at = (hour: number) =>
		`2026-03-0${2 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, '0')}:00:00.000Z`;
	const steps = (now: string) =>
		loadOwnStart(world.db, world.actor('magnus') as Person, now).next.map(({ words }) => words);

	test('waits on their home page until they open the review, and stands there as new', () => {
		noteVisit(world.db, { review, person: 'magnus', at: at(8) });
		say('ailsa', { about: 'review', mentions: ['magnus'] }, at(10));
		expect(steps(at(12))).toContain('Read 1 comment to you in “Self-directed support on the isle”');
		noteVisit(world.db, { review, person: 'magnus', at: at(13) });
		const since = loadSinceVisit(world.db, world.actor('magnus'), review, at(13))!;
		expect(since.since).toBe('today at 08:00');
		expect(since.lines.map(({ what }) => what)).toEqual([
			'Ailsa said something to you: The review as a whole'
		]);
		expect(steps(at(14)).join()).not.toContain('comment');
	});
});
