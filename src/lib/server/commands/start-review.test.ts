import { beforeEach, describe, expect, test } from 'vitest';
import { reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import { FormProblem } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findReview } from '../queries/reviews.ts';
import { loadWholeReview } from '../queries/whole-review.ts';
import { loadSamples } from './load-samples.ts';
import { copied, startCopy, startReview, type ReviewAsked } from './start-review.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const plan = { title: 'Support in Moray', from: '2026-04-01', to: '2026-09-30', about: 'Why.' };
const start = (name: 'ailsa' | 'magnus' | 'effie', changes: Partial<ReviewAsked> = {}) =>
	startReview(world.db, world.by(name), {
		...plan,
		organisation: 'north',
		partnership: 'S37000019',
		...changes
	});

describe('a review that is started', () => {
	test('is empty, of the kind that its organisation makes, and led by whoever started it', () => {
		const id = start('ailsa');
		expect(id).toMatch(/^moray-2026-[0-9a-f]{8}$/);
		expect(findReview(world.db, id)).toMatchObject({
			kind: 'thematic-review',
			title: plan.title,
			partnership: 'S37000019',
			about: ['Why.'],
			standing: null
		});
		expect(world.actor('ailsa')).toMatchObject({
			duties: expect.arrayContaining([{ review: id, duty: 'lead', standing: 'confirmed' }])
		});
		expect(world.told().map(({ verb, person }) => [verb, person])).toEqual([
			['review-started', 'ailsa'],
			['duty-given', 'ailsa']
		]);
	});

	test('of a partnership is its own self-evaluation against the standards', () => {
		const id = start('effie', { organisation: 'isle', partnership: 'S37000019' });
		expect(findReview(world.db, id)).toMatchObject({ kind: 'self-evaluation', partnership: 'S37000022' });
		expect(findReview(world.db, id).frameworks[0]).toBe('sds-standards@2021');
	});

	test('is started only by those who lead in the organisation', () => {
		expect(() => start('magnus')).toThrow('There is nothing at this address');
		expect(() => start('ailsa', { organisation: 'south' })).toThrow('There is nothing at this address');
		expect(() => start('ailsa', { organisation: 'nowhere' })).toThrow('There is nothing at this address');
	});

	test('has an address that tells nothing of other reviews', () => {
		expect(start('ailsa')).not.toBe(start('ailsa'));
	});

	test('needs a title, a period and a partnership, and names nobody', () => {
		expect(() => start('ailsa', { title: '' })).toThrow(FormProblem);
		expect(() => start('ailsa', { partnership: 'S37' })).toThrow(FormProblem);
		expect(() => start('ailsa', { about: 'Write to flora@isle.example.' })).toThrow(FormProblem);
		expect(world.told()).toEqual([]);
	});
});

describe('a copy of the worked example', () => {
	test('has everything that the example has, is titled as a copy, still says what it is, and belongs to its organisation', () => {
		loadSamples(world.db, '2026-03-02T09:40:00.000Z');
		const id = startCopy(world.db, world.by('ailsa'), { organisation: 'north' });
		const [copy, example] = [id, copied].map((each) =>
			loadWholeReview(world.db, each, { withRecords: true })
		);
		const { title } = example!.review;
		expect(copy!.review.title).toBe(`Copy of ${title}`);
		expect({ ...copy, review: { ...copy!.review, id: copied, title } }).toEqual(example);
		expect(copy!.review.standing).not.toBeNull();
		expect(findReviewResource(world.db, id)).toMatchObject({
			organisation: 'north',
			example: false,
			draftShared: false
		});
		expect(world.actor('ailsa')).toMatchObject({
			duties: expect.arrayContaining([{ review: id, duty: 'lead', standing: 'confirmed' }])
		});
	});
});
