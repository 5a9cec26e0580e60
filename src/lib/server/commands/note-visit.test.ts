import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { ownJudgements } from '../db/schema/judging.ts';
import { loadSinceVisit } from '../queries/since-visit.ts';
import { change } from './change.ts';
import { findReviewResource } from '../queries/resources.ts';
import { noteVisit } from './note-visit.ts';
import { savePlan } from './save-plan.ts';
import { shareDraft } from './share-draft.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const visit = (name: PersonName, at: string) => noteVisit(world.db, { review, person: name, at });
const since = (name: PersonName, at: string) => loadSinceVisit(world.db, world.actor(name), review, at);
const at = (time: string) => `2026-03-02T${time}:00.000Z`;
const rename = (title: string, version: number, when: string) =>
	savePlan(world.db, world.by('ailsa', when), {
		...{ review, title, from: '2025-01-01', to: '2025-06-30', about: '', version }
	});

describe('what changed since somebody was here', () => {
	test('is nothing on a first visit', () => {
		visit('magnus', at('08:00'));
		expect(since('magnus', at('08:00'))).toBeNull();
	});

	test('is told from the visit before this one, for as long as this one lasts', () => {
		visit('magnus', at('08:00'));
		rename('Another title', 1, at('09:00'));
		for (const now of ['10:00', '10:20', '10:40']) {
			visit('magnus', at(now));
			expect([now, since('magnus', at(now))!.lines.map(({ what, when }) => [what, when])]).toEqual([
				now,
				[['Saved the plan', '09:00, by Ailsa']]
			]);
		}
		visit('magnus', at('12:00'));
		expect(since('magnus', at('12:00'))).toMatchObject({ since: 'today at 10:40', lines: [], more: 0 });
	});

	test('leaves out what they did themselves, and tells once what was saved again and again', () => {
		visit('magnus', at('08:00'));
		visit('ailsa', at('08:00'));
		rename('One', 1, at('09:00'));
		rename('Two', 2, at('09:10'));
		visit('magnus', at('10:00'));
		visit('ailsa', at('10:00'));
		expect(since('magnus', at('10:00'))!.lines).toHaveLength(1);
		expect(since('ailsa', at('10:00'))!.lines).toEqual([]);
	});

	test('tells of components that were saved one after the other in one line', () => {
		const of = () => findReviewResource(world.db, review);
		const save = (subject: string) =>
			change(world.db, world.by('ailsa', at('09:00')), { action: 'write-conclusions', of }, (note) =>
				note({ verb: 'readiness-saved', review, subject })
			);
		const told = (now: string) => {
			visit('magnus', at(now));
			return since('magnus', at(now))?.lines.map(({ what, when, href }) => [what, when, href]);
		};
		told('08:00');
		for (const code of ['8.7', '8.8', '8.7']) save(code);
		const table = `/reviews/${review}/judgements`;
		expect(told('10:00')).toEqual([['Saved the readiness of 2 components', '09:00', table]]);
		expect(since('callum', at('10:00'))).toBeNull();
	});

	test('says nothing of own judgements, to anybody', () => {
		visit('magnus', at('08:00'));
		const of = () => findReviewResource(world.db, review);
		change(world.db, world.by('ailsa', at('09:00')), { action: 'give-judgement', of }, (note) => {
			const authorship = { changedBy: 'ailsa', changedAt: at('09:00') };
			world.db
				.insert(ownJudgements)
				.values({ reviewId: review, element: 'T2', personId: 'ailsa', step: 2, reason: 'So.', ...authorship })
				.run();
			note({ verb: 'own-judgement-given', review, subject: 'T2' });
		});
		visit('magnus', at('10:00'));
		expect(since('magnus', at('10:00'))!.lines).toEqual([]);
	});

	test('is told without names to who may not read the history', () => {
		shareDraft(world.db, world.by('ailsa', at('07:00')), { review });
		visit('effie', at('08:00'));
		rename('One', 1, at('09:00'));
		const of = () => findReviewResource(world.db, review);
		change(world.db, world.by('ailsa', at('09:30')), { action: 'move-stage', of }, (note) =>
			note({ verb: 'stage-moved', review, facts: { from: 'planning', to: 'gathering', back: false } })
		);
		visit('effie', at('10:00'));
		expect(since('effie', at('10:00'))!.lines).toMatchObject([
			{ what: 'Moved the review on to gathering evidence', when: '09:30', href: null }
		]);
	});
});
