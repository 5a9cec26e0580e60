import { beforeEach, describe, expect, test } from 'vitest';
import { review, reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import { may } from '../access/may.ts';
import { findReviewResource } from '../queries/resources.ts';
import { loadWholeReview } from '../queries/whole-review.ts';
import { restoreReview } from './restore-review.ts';
import { withdrawReview } from './withdraw-review.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const withdraw = (name: Parameters<ReviewWorld['by']>[0], reason = 'The sample was drawn twice.') =>
	withdrawReview(world.db, world.by(name), { review, reason });
const restore = (name: Parameters<ReviewWorld['by']>[0]) =>
	restoreReview(world.db, world.by(name), { review });
const sees = (name: Parameters<ReviewWorld['by']>[0]) =>
	may(world.actor(name), 'see-review', findReviewResource(world.db, review)!).yes;

describe('a withdrawn review', () => {
	test('is seen by its lead only, and by all again once it is brought back', () => {
		expect(withdraw('ailsa')).toMatchObject({ saved: { version: 2 } });
		expect([sees('ailsa'), sees('magnus'), sees('callum')]).toEqual([true, false, false]);
		expect(restore('ailsa')).toMatchObject({ saved: { version: 3 } });
		expect([sees('ailsa'), sees('magnus'), sees('callum')]).toEqual([true, true, true]);
	});

	test('has lost nothing', () => {
		const before = loadWholeReview(world.db, review, { withRecords: true });
		withdraw('ailsa');
		restore('ailsa');
		expect(loadWholeReview(world.db, review, { withRecords: true })).toEqual(before);
	});

	test('is told of in the trail, with the reason', () => {
		withdraw('ailsa');
		restore('ailsa');
		expect(world.told()).toMatchObject([
			{ verb: 'review-withdrawn', person: 'ailsa', reason: 'The sample was drawn twice.' },
			{ verb: 'review-restored', person: 'ailsa', reason: null }
		]);
	});

	test('is not withdrawn twice, nor brought back twice', () => {
		withdraw('ailsa');
		expect(withdraw('ailsa')).toEqual({ closed: expect.stringContaining('was withdrawn at 10:00') });
		restore('ailsa');
		restore('ailsa');
		expect(world.told()).toHaveLength(2);
	});

	test('is withdrawn only with a reason, and one that names nobody unless its writer says so', () => {
		expect(() => withdraw('ailsa', '  \n ')).toThrow('Look again');
		expect(() => withdraw('ailsa', 'x'.repeat(2001))).toThrow('Look again');
		const reason = 'Asked for by ann@isle.example.';
		expect(() => withdraw('ailsa', reason)).toThrow('This may name somebody, so nothing was stored');
		expect(sees('magnus')).toBe(true);
		const confirmed = ['ann@isle.example'];
		expect(withdrawReview(world.db, world.by('ailsa'), { review, reason, confirmed })).toHaveProperty(
			'saved'
		);
	});

	test.each(['magnus', 'callum', 'effie', 'struan'] as const)('cannot be made or unmade by %s', (name) => {
		expect(() => withdraw(name)).toThrow('There is nothing at this address');
		withdraw('ailsa');
		expect(() => restore(name)).toThrow('There is nothing at this address');
	});
});
