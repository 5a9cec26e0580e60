import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareShares, shareDifference } from './difference.ts';

/** Table II of Newcombe (1998), method 10: two shares, and the ends of the 95% interval of their difference. */
const published = [
	{ first: [56, 70], second: [48, 80], low: 0.0524, high: 0.3339 },
	{ first: [9, 10], second: [3, 10], low: 0.1705, high: 0.809 },
	{ first: [6, 7], second: [2, 7], low: 0.0582, high: 0.8062 },
	{ first: [5, 56], second: [0, 29], low: -0.0381, high: 0.1926 },
	{ first: [0, 10], second: [0, 20], low: -0.1611, high: 0.2775 },
	{ first: [0, 10], second: [0, 10], low: -0.2775, high: 0.2775 },
	{ first: [10, 10], second: [0, 20], low: 0.6791, high: 1 },
	{ first: [10, 10], second: [0, 10], low: 0.6075, high: 1 }
] as const;

const share = ([positive, base]: readonly [number, number]) => ({ positive, base });
const anyShare = fc
	.integer({ min: 1, max: 500 })
	.chain((base) => fc.record({ positive: fc.integer({ min: 0, max: base }), base: fc.constant(base) }));

describe('the difference of two shares', () => {
	it.each(published)('has the interval published for $first and $second', ({ first, second, low, high }) => {
		const interval = shareDifference(share(first), share(second));
		expect(interval.low).toBeCloseTo(low, 4);
		expect(interval.high).toBeCloseTo(high, 4);
	});

	it('is the same the other way round, with the sign turned', () => {
		fc.assert(
			fc.property(anyShare, anyShare, (first, second) => {
				const there = shareDifference(first, second);
				const back = shareDifference(second, first);
				expect(back.low).toBeCloseTo(-there.high, 10);
				expect(back.high).toBeCloseTo(-there.low, 10);
				expect(there.low).toBeLessThanOrEqual(there.difference + 1e-12);
				expect(there.high).toBeGreaterThanOrEqual(there.difference - 1e-12);
			})
		);
	});

	it('cannot be told where there are no records', () => {
		expect(() => shareDifference({ positive: 0, base: 0 }, { positive: 1, base: 2 })).toThrow(RangeError);
	});
});

describe('calling it a difference', () => {
	const sampled = { sampled: true, roundTo: 5 };

	it('says so where 0 lies outside the interval, and which way', () => {
		expect(compareShares({ positive: 54, base: 60 }, { positive: 200, base: 400 }, sampled).says).toBe(
			'higher'
		);
		expect(compareShares({ positive: 12, base: 60 }, { positive: 200, base: 400 }, sampled).says).toBe(
			'lower'
		);
	});

	it('says that there is none to speak of where sampling alone may give it', () => {
		expect(compareShares({ positive: 33, base: 60 }, { positive: 200, base: 400 }, sampled).says).toBe(
			'no-difference'
		);
	});

	it('never calls different what was not drawn at random', () => {
		expect(
			compareShares({ positive: 60, base: 60 }, { positive: 0, base: 400 }, { sampled: false, roundTo: 5 })
		).toEqual({ says: 'not-sampled' });
	});

	it('does not call a difference what rounding the counts of others may have made', () => {
		const own = { positive: 9, base: 40 };
		const others = { positive: 30, base: 70 };
		expect(compareShares(own, others, { sampled: true, roundTo: 1 }).says).toBe('lower');
		expect(compareShares(own, others, sampled).says).toBe('no-difference');
	});

	it('never says more after rounding than before', () => {
		fc.assert(
			fc.property(anyShare, anyShare, (own, others) => {
				const exact = compareShares(own, others, { sampled: true, roundTo: 1 }).says;
				const rounded = compareShares(own, others, sampled).says;
				expect([exact, 'no-difference']).toContain(rounded);
			})
		);
	});
});
