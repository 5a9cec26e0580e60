import { beforeEach, describe, expect, test } from 'vitest';
import { review, reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import type { Bundle } from '#lib/reports/bundle.ts';
import { actions, testsOfChange } from '../db/schema/improving.ts';
import { readiness } from '../db/schema/judging.ts';
import { programmes } from '../db/schema/reviews.ts';
import { FormProblem, NamesProblem, Problem } from '../problems.ts';
import { operator, type Actor } from '../access/actor.ts';
import { loadActionPage } from '../queries/plan-of-action.ts';
import { loadStarting } from '../queries/starting.ts';
import { findReview } from '../queries/reviews.ts';
import { listSources } from '../queries/sources.ts';
import { loadStageFacts } from '../queries/stages.ts';
import { loadWholeReview } from '../queries/whole-review.ts';
import { maySee } from '../queries/visible-reviews.ts';
import { actionFieldNames, type ActionTexts } from './action-texts.ts';
import { addAction } from './add-action.ts';
import { addTestOfChange } from './add-test-of-change.ts';
import { confirmSource } from './confirm-source.ts';
import { startFromBundle } from './start-from-bundle.ts';
import { startFromReview } from './start-from-review.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const asked = {
	...{ organisation: 'north', last: review, title: 'The year after', from: '2025-07-01', to: '2026-06-30' },
	about: ''
};
const carry = (name: 'ailsa' | 'struan' | 'magnus' = 'ailsa', change = {}) =>
	startFromReview(world.db, world.by(name), { ...asked, ...change });
const exported = (): Bundle => loadWholeReview(world.db, review, { withRecords: true });
const bring = (bundle: unknown, confirmed: string[] = []) =>
	startFromBundle(world.db, world.by('ailsa'), {
		...{ organisation: 'north', confirmed },
		text: typeof bundle === 'string' ? bundle : JSON.stringify(bundle)
	});
function refusalOf(ask: () => unknown): Problem {
	try {
		ask();
	} catch (error) {
		if (error instanceof Problem) return error;
		throw error;
	}
	throw new Error('it was not refused');
}

describe('a review that starts from last year’s', () => {
	test('has its evidence to confirm and its actions, and says from which it came', () => {
		const authorship = { changedBy: 'ailsa', changedAt: '2026-01-01T00:00:00.000Z' };
		world.db
			.insert(actions)
			.values({
				reviewId: review,
				slug: 'budgets',
				position: 0,
				title: 'Budgets',
				elements: [],
				...authorship
			})
			.run();
		world.db
			.insert(readiness)
			.values({ reviewId: review, element: 'T2', howWell: 2, ...authorship })
			.run();
		const id = carry();
		expect(findReview(world.db, id)).toMatchObject({ title: 'The year after', carriedFrom: review });
		const bundle = loadWholeReview(world.db, id, { withRecords: true });
		expect(bundle.sources.map(({ toConfirm }) => toConfirm)).toEqual(exported().sources.map(() => true));
		expect(bundle.actions).toMatchObject([{ id: 'budgets', carriedFrom: `${review}/budgets` }]);
		expect(bundle.readiness).toMatchObject([{ element: 'T2', howWell: 2, toConfirm: true }]);
		expect(bundle.findings).toEqual([]);
		expect(maySee(world.db, world.actor('ailsa'), id, 'open-plan')).toBe(true);
		expect(world.told().map(({ verb }) => verb)).toEqual(['review-imported', 'review-started', 'duty-given']);
	});

	test('takes new actions and tests beside those of last year, of which one was withdrawn', () => {
		const { db } = world;
		const authorship = { changedBy: 'ailsa', changedAt: '2026-01-01T00:00:00.000Z' };
		['a1', 'a2'].forEach((slug, position) => {
			const withdrawnAt = slug === 'a1' ? authorship.changedAt : null;
			db.insert(actions)
				.values({ reviewId: review, slug, position, title: slug, elements: [], withdrawnAt, ...authorship })
				.run();
			db.insert(testsOfChange)
				.values({
					...{ reviewId: review, action: 'a2', slug: slug.slice(1), position, plan: slug, withdrawnAt },
					...authorship
				})
				.run();
		});
		const id = carry();
		const by = world.by('ailsa');
		const empty = Object.fromEntries(actionFieldNames.map((name) => [name, ''])) as ActionTexts;
		addAction(db, by, { ...empty, review: id, title: 'Another', status: 'not-started' });
		const test = { plan: 'Try it', do: '', study: '', act: '', from: '', to: '' };
		addTestOfChange(db, by, { ...test, review: id, action: 'a2' });
		const { actions: now } = loadWholeReview(db, id, { withRecords: false });
		expect(now.map(({ title, tests }) => [title, ...tests.map(({ plan }) => plan)])).toEqual([
			['a2', 'a2', 'Try it'],
			['Another']
		]);
	});

	test('does not judge before each source of last year is confirmed or withdrawn', () => {
		const id = carry();
		const left = () => loadStageFacts(world.db, id).sourcesToConfirm.length;
		const before = left();
		const [first] = listSources(world.db, id);
		for (const twice of [1, 2]) {
			confirmSource(world.db, world.by('ailsa'), { review: id, source: first!.id });
			expect([twice, left()]).toEqual([twice, before - 1]);
		}
		expect(world.told().filter(({ verb }) => verb === 'source-confirmed')).toHaveLength(1);
		expect(() => confirmSource(world.db, world.by('struan'), { review: id, source: first!.id })).toThrow(
			'There is nothing'
		);
	});

	test('is started by who leads in the organisation, from one of its own', () => {
		for (const name of ['magnus', 'struan'] as const) expect(() => carry(name)).toThrow('There is nothing');
		expect(refusalOf(() => carry('struan', { organisation: 'south' }))).toBeInstanceOf(FormProblem);
		expect(refusalOf(() => carry('ailsa', { last: 'south-lanarkshire-2018' })).details).toEqual([
			'Choose one of the reviews that the organisation carried out.'
		]);
		expect(loadStarting(world.db, world.actor('struan')).earlier).toEqual([]);
		expect(loadStarting(world.db, world.actor('ailsa')).earlier.map(({ id }) => id)).toEqual([review]);
	});
});

describe('a review that starts from a file', () => {
	test('holds what the file holds, under an id of its own', () => {
		const id = bring(exported());
		expect(id).not.toBe(review);
		const { review: own, ...rest } = loadWholeReview(world.db, id, { withRecords: true });
		const { review: theirs, ...whole } = exported();
		expect(rest).toEqual(whole);
		expect({ ...own, id: review }).toEqual(theirs);
		expect(maySee(world.db, world.actor('ailsa'), id, 'open-plan')).toBe(true);
	});

	test('learns nothing of a review of others by naming it as the one before', () => {
		const own = exported();
		const text = JSON.stringify(own);
		const theirs = startFromBundle(world.db, world.by('struan'), { organisation: 'south', text });
		const action = { id: 'a1', title: 'Ours', carriedFrom: `${theirs}/a1` };
		const id = bring({ ...own, review: { ...own.review, carriedFrom: theirs }, actions: [action] });
		const at = '2026-03-02T10:00:00.000Z';
		const before = (actor: Actor) => loadActionPage(world.db, actor, { review: id, action: 'a1', at }).before;
		expect(before(operator)?.review).toBe(theirs);
		expect(before(world.actor('ailsa'))).toBeNull();
	});

	test('names every fault of a file, in words, and keeps nothing of it', () => {
		expect(refusalOf(() => bring('{"format": ')).details).toEqual([
			'This is not a bundle file: it is no JSON, or it ends too early.'
		]);
		expect(refusalOf(() => bring({ ...exported(), version: 9, extra: 1 })).details.length).toBeGreaterThan(1);
		const broken = exported();
		broken.findings[0]!.element = 'T99';
		expect(refusalOf(() => bring(broken)).details.join()).toContain('T99');
		expect(refusalOf(() => bring('['.repeat(200_000))).code).toMatch(/form-invalid|bundle-invalid/);
		expect(world.told()).toEqual([]);
	});

	test('is taken in with what may name somebody only when its sender has looked', () => {
		const naming = exported();
		naming.findings[0]!.text = 'Ask her on 07700 900123.';
		const refusal = refusalOf(() => bring(naming));
		expect(refusal).toBeInstanceOf(NamesProblem);
		expect(refusal.details[0]).toContain(`in finding ${naming.findings[0]!.id} (07700 900123)`);
		expect(bring(naming, ['07700 900123'])).toBeTruthy();
	});

	test('brings its own questions, and takes none of somebody else’s', () => {
		const without = { ...exported(), instruments: [] };
		expect(refusalOf(() => bring(without)).details.join()).toContain('is not in the file');
		const other = exported();
		const instruments = other.instruments.map((instrument) =>
			instrument.id === 'isle-staff' ? { ...instrument, title: 'Another of the same name' } : instrument
		);
		const id = bring({ ...other, instruments });
		const source = listSources(world.db, id).find((each) => each.id === 'staff')!;
		expect(source.instrument).toMatch(/^isle-staff-[0-9a-f]{8}@1$/);
		expect(exported().instruments).toEqual(other.instruments);
	});

	test('is told nothing of a programme of others that has the same id', () => {
		world.db.insert(programmes).values({ id: 'islands', title: 'What others call it' }).run();
		const bundle = exported();
		const id = bring({
			...bundle,
			review: { ...bundle.review, programme: { id: 'islands', title: 'Ours' } }
		});
		expect(findReview(world.db, id).programme).toMatchObject({ title: 'Ours' });
	});
});
