import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearson, exactInterval } from './interval.ts';
import { studentQuantile, weightedInterval, weightedShare, type SizedStratum } from './weighted.ts';

function stratum(size: number, positive: number, base: number, notApplicable = 0): SizedStratum {
	return { size, positive, base, notApplicable };
}

describe('the weighted share', () => {
	it('counts each stratum by its size in the frame', () => {
		// 300 × 9/10 + 100 × 10/50 = 270 + 20 = 290 of 400.
		expect(weightedShare([stratum(300, 9, 10), stratum(100, 10, 50)])).toEqual({
			numerator: 29n,
			denominator: 40n,
			share: 0.725
		});
	});

	it('is the plain share when every stratum was drawn in proportion', () => {
		const strata = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat()), {
			minLength: 1,
			maxLength: 8
		});
		fc.assert(
			fc.property(strata, fc.integer({ min: 1, max: 9 }), (drawn, times) => {
				const sized = drawn.map(([base, any]) => stratum(base * times, any % (base + 1), base));
				const k = sized.reduce((sum, { positive }) => sum + positive, 0);
				const n = sized.reduce((sum, { base }) => sum + base, 0);
				expect(weightedShare(sized)!.share).toBe(k / n);
			})
		);
	});

	it('lies between the smallest and the largest share of its strata', () => {
		const strata = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat(900), fc.nat(5)), {
			minLength: 1,
			maxLength: 12
		});
		fc.assert(
			fc.property(strata, (drawn) => {
				const sized = drawn.map(([n, any, more, none]) => stratum(n + none + more, any % (n + 1), n, none));
				const shares = sized.map(({ positive, base }) => positive / base);
				const { share } = weightedShare(sized)!;
				expect(share).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
				expect(share).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
			})
		);
	});

	it('weighs a stratum by as many as the question is estimated to apply to', () => {
		// It applied to half of those drawn from the second stratum: 100 × 9/10 + 100 × 1/10 of 100 + 50.
		expect(weightedShare([stratum(100, 9, 10), stratum(100, 1, 5, 5)])).toMatchObject({ share: 100 / 150 });
		expect(weightedShare([stratum(100, 9, 10), stratum(100, 0, 0, 10)])).toMatchObject({ share: 0.9 });
	});

	it('is not given when nothing is known of a stratum, or the question applied to nobody', () => {
		expect(weightedShare([stratum(300, 9, 10), stratum(100, 0, 0)])).toBeNull();
		expect(weightedShare([stratum(300, 0, 0, 10)])).toBeNull();
		expect(weightedShare([])).toBeNull();
	});
});

describe('the interval of a weighted share', () => {
	const intervalOf = (strata: SizedStratum[]) => weightedInterval(strata, weightedShare(strata)!);

	it('comes close to the exact one when there is a single stratum', () => {
		const exact = exactInterval(54, 60, 400)!.interval;
		const close = intervalOf([stratum(400, 54, 60)]);
		expect(close.method).toBe('stratified');
		expect(Math.abs(close.low - exact.low)).toBeLessThan(0.015);
		expect(Math.abs(close.high - exact.high)).toBeLessThan(0.015);
	});

	it('does not take a few answers that agree for certainty', () => {
		expect(intervalOf([stratum(300, 10, 10), stratum(100, 15, 30)]).low).toBeLessThan(0.7);
		expect(intervalOf([stratum(300, 1, 1), stratum(100, 50, 60)]).low).toBeLessThan(0.3);
		const all = intervalOf([stratum(200, 30, 30), stratum(200, 30, 30)]);
		expect(all.low).toBeCloseTo(clopperPearson(60, 60).low, 3);
		expect(all.high).toBe(1);
	});

	it('of a census has no width', () => {
		const share = 30 / 80;
		expect(intervalOf([stratum(60, 20, 50, 10), stratum(30, 10, 30)])).toEqual({
			low: share,
			high: share,
			method: 'census'
		});
	});

	it('contains the share, stays between 0 and 1, and shrinks as more of the frame is drawn', () => {
		const strata = fc.array(
			fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.integer({ min: 1, max: 400 }), fc.nat(5)),
			{ minLength: 1, maxLength: 6 }
		);
		fc.assert(
			fc.property(strata, (drawn) => {
				const sized = drawn.map(([n, any, more, none]) => stratum(n + none + more, any % (n + 1), n, none));
				const { share } = weightedShare(sized)!;
				const { low, high } = intervalOf(sized);
				expect(low).toBeGreaterThanOrEqual(0);
				expect(high).toBeLessThanOrEqual(1);
				expect(low <= share && share <= high).toBe(true);
				const larger = intervalOf(sized.map((each) => ({ ...each, size: each.size * 50 })));
				expect(larger.high - larger.low).toBeGreaterThanOrEqual(high - low - 1e-9);
			})
		);
	});

	it.each([
		[300, 10, 100, 30],
		[40, 30, 60, 30],
		[30, 29, 400, 30]
	])(
		'holds the true share of %i (%i drawn) and %i (%i drawn) 19 times in 20, or nearly',
		(N1, n1, N2, n2) => {
			const intervals = Array.from({ length: n1 + 1 }, (_, a) =>
				Array.from({ length: n2 + 1 }, (_, b) => intervalOf([stratum(N1, a, n1), stratum(N2, b, n2)]))
			);
			const tenths = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
			const coverage = tenths.flatMap((first) =>
				tenths.map((second) => {
					const [K1, K2] = [Math.round(first * N1), Math.round(second * N2)];
					const truth = (K1 + K2) / (N1 + N2);
					const [chance1, chance2] = [chancesOf(K1, N1, n1), chancesOf(K2, N2, n2)];
					let held = 0;
					for (let a = 0; a <= n1; a++)
						for (let b = 0; b <= n2; b++) {
							const { low, high } = intervals[a]![b]!;
							if (low - 1e-12 <= truth && truth <= high + 1e-12) held += chance1[a]! * chance2[b]!;
						}
					return held;
				})
			);
			expect(Math.min(...coverage)).toBeGreaterThan(0.92);
			expect(coverage.reduce((sum, each) => sum + each, 0) / coverage.length).toBeGreaterThan(0.95);
		}
	);

	it('rests on the quantiles of Student’s t', () => {
		expect([1, 2, 10, 58, 1000].map((freedom) => studentQuantile(freedom).toFixed(3))).toEqual([
			'12.706',
			'4.303',
			'2.228',
			'2.002',
			'1.962'
		]);
	});
});

/** The chance of each number of positives among n drawn, when K of N are positive. */
function chancesOf(K: number, N: number, n: number): number[] {
	const logFactorial = (x: number) => {
		let sum = 0;
		for (let i = 2; i <= x; i++) sum += Math.log(i);
		return sum;
	};
	const logChoose = (from: number, chosen: number) =>
		chosen < 0 || chosen > from
			? -Infinity
			: logFactorial(from) - logFactorial(chosen) - logFactorial(from - chosen);
	return Array.from({ length: n + 1 }, (_, x) =>
		Math.exp(logChoose(K, x) + logChoose(N - K, n - x) - logChoose(N, n))
	);
}
