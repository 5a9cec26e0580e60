import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelCurve, funnelLimits, funnelPlace } from './funnel.ts';

/** Probability of at most r of n, added up one by one: another way than the code's. */
function addedUp(r: number, n: number, share: number): number {
	let term = (1 - share) ** n;
	let sum = 0;
	for (let k = 0; k <= r; k++) {
		sum += term;
		term *= ((n - k) / (k + 1)) * (share / (1 - share));
	}
	return sum;
}

describe('the limits of a funnel', () => {
	it('gives the values that can be worked out by hand for ten records around a half', () => {
		// P(R ≤ 1) = 11/1024, P(R = 2) = 45/1024: the limit is (2 − (56/1024 − 0.025) ÷ (45/1024)) ÷ 10.
		const { low95, high95, low999, high999 } = funnelLimits(0.5, 10);
		expect(low95).toBeCloseTo((2 - (56 / 1024 - 0.025) / (45 / 1024)) / 10, 12);
		expect(high95).toBeCloseTo(1 - low95, 12);
		// P(R = 0) = 1/1024, more than 0.0005: interpolated between none and one below none, so nothing lies under it.
		expect(low999).toBe(0);
		expect(high999).toBe(1);
	});

	it('gives the values that can be worked out by hand for five records around a fifth', () => {
		// P(R = 0) = 0.8⁵ = 0.32768: no number of positive answers is too few. P(R = 5) = 0.2⁵ = 0.00032,
		// P(R ≥ 4) = 0.00672, P(R ≥ 3) = 0.05792: four of five lie outside 95%, five of five outside 99.9%.
		expect(funnelPlace(0, 5, 0.2)).toEqual({ side: 'inside' });
		expect(funnelPlace(3, 5, 0.2)).toEqual({ side: 'inside' });
		expect(funnelPlace(4, 5, 0.2)).toEqual({ side: 'above', limit: '95%' });
		expect(funnelPlace(5, 5, 0.2)).toEqual({ side: 'above', limit: '99.9%' });
	});

	it('calls a result outside just where its own tail, added up record by record, is that small', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 150 }),
				fc.double({ min: 0.02, max: 0.98, noNaN: true }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(n, target, where) => {
					const k = Math.round(where * n);
					const below = addedUp(k, n, target);
					const above = addedUp(n - k, n, 1 - target);
					const place = funnelPlace(k, n, target);
					for (const [tail, side] of [
						[below, 'below'],
						[above, 'above']
					] as const) {
						if (Math.abs(tail - 0.025) > 1e-6)
							expect(place.side === side, `${k} of ${n} around ${target}`).toBe(tail < 0.025);
						if (Math.abs(tail - 0.0005) > 1e-7)
							expect('limit' in place && place.side === side && place.limit === '99.9%').toBe(tail < 0.0005);
					}
				}
			),
			{ numRuns: 400 }
		);
	});

	it('has the 99.9% limits around the 95% limits, and the target between them', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 3000 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(n, target) => {
					const { low95, high95, low999, high999 } = funnelLimits(target, n);
					expect(low999).toBeLessThanOrEqual(low95 + 1e-12);
					expect(high999).toBeGreaterThanOrEqual(high95 - 1e-12);
					expect(low95).toBeLessThanOrEqual(target + 1e-9);
					expect(high95).toBeGreaterThanOrEqual(target - 1e-9);
					expect(low999).toBeGreaterThanOrEqual(0);
					expect(high999).toBeLessThanOrEqual(1);
				}
			)
		);
	});

	it('narrows as records are added', () => {
		const curve = funnelCurve(0.58, 400);
		const few = curve.find(({ n }) => n >= 20)!;
		const many = curve.at(-1)!;
		expect(many.n).toBe(400);
		expect(many.high95 - many.low95).toBeLessThan((few.high95 - few.low95) / 3);
	});

	it('refuses no records, parts of records and targets that are no share', () => {
		expect(() => funnelLimits(0.5, 0)).toThrow(RangeError);
		expect(() => funnelLimits(0.5, 2.5)).toThrow(RangeError);
		expect(() => funnelLimits(1.2, 10)).toThrow(RangeError);
		expect(() => funnelLimits(Number.NaN, 10)).toThrow(RangeError);
	});
});
