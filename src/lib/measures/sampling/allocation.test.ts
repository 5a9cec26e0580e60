import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportional, type Stratum } from './allocation.ts';

const strataOf = (sizes: readonly number[]): Stratum[] =>
	sizes.map((size, index) => ({ name: `s${index}`, size }));
const total = (numbers: Iterable<number>) => [...numbers].reduce((sum, number) => sum + number, 0);

/** Sizes of strata, and a sample that is not larger than all of them together. */
const asked = fc
	.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 })
	.chain((sizes) => fc.tuple(fc.constant(sizes), fc.integer({ min: 1, max: total(sizes) })));

describe('numbers in proportion', () => {
	it('are 30, 18 and 12 of 60 for strata of 200, 120 and 80', () => {
		expect([...proportional(strataOf([200, 120, 80]), 60).values()]).toEqual([30, 18, 12]);
	});

	it('give what remains to the largest remainder', () => {
		// The exact shares of 20 are 9.4, 6.2, 3.2 and 1.2; of 21, 9.87, 6.51, 3.36 and 1.26.
		expect([...proportional(strataOf([47, 31, 16, 6]), 20).values()]).toEqual([10, 6, 3, 1]);
		expect([...proportional(strataOf([47, 31, 16, 6]), 21).values()]).toEqual([10, 7, 3, 1]);
	});

	it('give one to a stratum that would have none, at the cost of the others', () => {
		expect([...proportional(strataOf([390, 8, 2]), 10).values()]).toEqual([8, 1, 1]);
	});

	it('are always as many as were asked for, and never more than a stratum holds', () => {
		fc.assert(
			fc.property(asked, ([sizes, size]) => {
				const numbers = [...proportional(strataOf(sizes), size).values()];
				expect(total(numbers)).toBe(size);
				numbers.forEach((number, index) => expect(number).toBeLessThanOrEqual(sizes[index]!));
				if (size >= sizes.length) numbers.forEach((number) => expect(number).toBeGreaterThanOrEqual(1));
			})
		);
	});

	it('lie within one of the exact share wherever no stratum had to be given its one', () => {
		fc.assert(
			fc.property(asked, ([sizes, size]) => {
				const shares = sizes.map((each) => (size * each) / total(sizes));
				fc.pre(size < sizes.length || shares.every((share) => share >= 1));
				[...proportional(strataOf(sizes), size).values()].forEach((number, index) =>
					expect(Math.abs(number - shares[index]!)).toBeLessThan(1)
				);
			})
		);
	});

	it('do not depend on the order in which the strata come', () => {
		fc.assert(
			fc.property(asked, ([sizes, size]) => {
				const strata = strataOf(sizes);
				const back = proportional([...strata].reverse(), size);
				for (const [name, number] of proportional(strata, size)) expect(back.get(name)).toBe(number);
			})
		);
	});
});
