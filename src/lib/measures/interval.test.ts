import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hypergeometricRange } from './hypergeometric.ts';
import { clopperPearson, exactInterval, groupAskedAbout } from './interval.ts';

const percent = (share: number) => Math.round(share * 1000) / 10;
const ends = (k: number, n: number, group: number | null) => {
	const { low, high } = exactInterval(k, n, group)!.interval;
	return [percent(low), percent(high)];
};

/** C(from, chosen) in whole numbers. */
function choose(from: number, chosen: number): bigint {
	if (chosen < 0 || chosen > from) return 0n;
	let product = 1n;
	for (let i = 1n; i <= BigInt(chosen); i++) product = (product * (BigInt(from) - i + 1n)) / i;
	return product;
}

/** Every number of positives that neither one-sided test rejects, found by trying them all in whole numbers. */
function rangeByTrying(k: number, n: number, group: number) {
	const ways = (K: number, x: number) => choose(K, x) * choose(group - K, n - x);
	const kept = [];
	for (let K = k; K <= group - (n - k); K++) {
		let [atLeast, atMost] = [0n, 0n];
		for (let x = 0; x <= n; x++) {
			if (x >= k) atLeast += ways(K, x);
			if (x <= k) atMost += ways(K, x);
		}
		const all = choose(group, n);
		if (atLeast * 40n > all && atMost * 40n > all) kept.push(K);
	}
	return { low: kept[0], high: kept.at(-1), of: group };
}

describe('the exact interval', () => {
	it('of 54 of 60 drawn from 400 is 80.5 to 95.8%', () => {
		expect(ends(54, 60, 400)).toEqual([80.5, 95.8]);
		expect(exactInterval(54, 60, 400)!.interval.method).toBe('hypergeometric');
	});

	it.each([
		[0, 10, [0, 30.8]],
		[5, 10, [18.7, 81.3]],
		[10, 10, [69.2, 100]]
	])('of %i of %i from a frame of unknown size is %j', (k, n, expected) => {
		expect(ends(k, n, null)).toEqual(expected);
		expect(exactInterval(k, n, null)!.interval.method).toBe('clopper-pearson');
	});

	it('keeps exactly those numbers of positives that no exact test rejects, for every draw from up to 24', () => {
		for (let group = 2; group <= 24; group++)
			for (let n = 1; n < group; n++)
				for (let k = 0; k <= n; k++)
					expect(hypergeometricRange(k, n, group), `${k} of ${n} from ${group}`).toEqual(
						rangeByTrying(k, n, group)
					);
	});

	it.each([
		[54, 60, 400],
		[1, 60, 400],
		[17, 40, 90],
		[39, 40, 41],
		[2, 150, 300]
	])('keeps exactly those for %i of %i drawn from %i', (k, n, group) => {
		expect(hypergeometricRange(k, n, group)).toEqual(rangeByTrying(k, n, group));
	});

	it('of an unknown frame leaves 2.5% of the binomial distribution at either side', () => {
		const tail = (n: number, p: number, from: number, to: number) => {
			let sum = 0;
			for (let x = from; x <= to; x++) sum += Number(choose(n, x)) * p ** x * (1 - p) ** (n - x);
			return sum;
		};
		for (const [k, n] of [
			[1, 10],
			[5, 10],
			[41, 60],
			[59, 60]
		] as const) {
			const { low, high } = clopperPearson(k, n);
			expect(tail(n, low, k, n)).toBeCloseTo(0.025, 10);
			expect(tail(n, high, 0, k)).toBeCloseTo(0.025, 10);
		}
	});

	const draws = fc
		.integer({ min: 1, max: 3000 })
		.chain((group) => fc.tuple(fc.integer({ min: 1, max: group }), fc.constant(group)))
		.chain(([n, group]) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n), fc.constant(group)));

	it('contains the share and stays between 0 and 1', () => {
		fc.assert(
			fc.property(draws, fc.boolean(), ([k, n, group], known) => {
				const { low, high } = exactInterval(k, n, known ? group : null)!.interval;
				expect(low).toBeGreaterThanOrEqual(0);
				expect(low).toBeLessThanOrEqual(k / n);
				expect(high).toBeGreaterThanOrEqual(k / n);
				expect(high).toBeLessThanOrEqual(1);
			})
		);
	});

	it('of the negatives is the mirror image of that of the positives', () => {
		fc.assert(
			fc.property(draws, ([k, n, group]) => {
				const { low, high } = hypergeometricRange(k, n, group);
				const mirrored = hypergeometricRange(n - k, n, group);
				expect([group - high, group - low]).toEqual([mirrored.low, mirrored.high]);
			})
		);
	});

	it('rises with the number of positives', () => {
		fc.assert(
			fc.property(draws, ([k, n, group]) => {
				const here = hypergeometricRange(k, n, group);
				const above = hypergeometricRange(Math.min(k + 1, n), n, group);
				expect(above.low).toBeGreaterThanOrEqual(here.low);
				expect(above.high).toBeGreaterThanOrEqual(here.high);
			})
		);
	});

	it('holds the share even where whole numbers in the frame would miss it', () => {
		expect(exactInterval(1, 999, 1000)!.interval).toMatchObject({ low: 1 / 1000, high: 1 / 999 });
	});

	it('of a census has no width', () => {
		fc.assert(
			fc.property(draws, ([k, n]) => {
				expect(exactInterval(k, n, n)!.interval).toEqual({ low: k / n, high: k / n, method: 'census' });
			})
		);
	});

	it('of a very large frame meets that of an unknown one', () => {
		for (const [k, n] of [
			[0, 10],
			[5, 10],
			[54, 60],
			[136, 912],
			[9000, 10_000]
		] as const) {
			const known = exactInterval(k, n, 1_000_000)!.interval;
			const unknown = clopperPearson(k, n);
			expect(Math.abs(known.low - unknown.low), `${k} of ${n}`).toBeLessThan(1e-3);
			expect(Math.abs(known.high - unknown.high), `${k} of ${n}`).toBeLessThan(1e-3);
		}
		expect(exactInterval(30, 60, 100_000_000)!.interval.low).toBeCloseTo(clopperPearson(30, 60).low, 6);
	});

	it('of no evidence does not exist', () => {
		expect(exactInterval(0, 0, 400)).toBeNull();
		expect(exactInterval(0, 0, null)).toBeNull();
	});

	it('is refused when the base is larger than the frame', () => {
		expect(() => exactInterval(54, 60, 59)).toThrow('The base is 60, more than the 59 that there are');
		expect(() => exactInterval(61, 60, 400)).toThrow(RangeError);
		expect(() => exactInterval(0.5, 60, 400)).toThrow(RangeError);
	});
});

describe('the group that a question is about', () => {
	it('is the frame less those to whom the question did not apply', () => {
		expect(groupAskedAbout(400, 12)).toBe(388);
		expect(groupAskedAbout(null, 12)).toBeNull();
	});

	it('is answered in full when a census has only answers and “not applicable”', () => {
		expect(exactInterval(40, 48, groupAskedAbout(60, 12))!.interval.method).toBe('census');
	});
});
