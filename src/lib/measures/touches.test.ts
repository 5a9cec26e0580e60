import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import quantityScale from '../../../fixtures/scales/care-inspectorate-quantity.json' with { type: 'json' };
import { parseQuantityScale } from '#lib/frameworks/scales.ts';
import { exactInterval } from './interval.ts';
import { termFor } from './term.ts';
import { isSecure, touchesOf, touchesOfShares } from './touches.ts';

const scale = parseQuantityScale(quantityScale);
const touched = (k: number, n: number, group: number | null) =>
	touchesOf(exactInterval(k, n, group)!, k, n, scale);

describe('the terms that an interval touches', () => {
	it.each([
		[54, 60, 400, ['most', 'almost all']],
		[49, 60, 400, ['the majority', 'most']],
		[21, 60, 400, ['less than half']],
		[38, 60, 400, ['the majority']],
		[60, 60, 400, ['almost all']],
		[8, 60, 400, ['few', 'less than half']],
		[5, 10, null, ['less than half', 'the majority', 'most']],
		[1, 2, null, ['few', 'less than half', 'the majority', 'most', 'almost all']]
	])('for %i of %i drawn from %s are %j', (k, n, group, names) => {
		expect(touched(k, n, group)).toEqual(names);
	});

	it('include the upper term from the very bound on, and no term beyond it', () => {
		const range = { low: 50, high: 75, of: 100 };
		const interval = { low: 0.5, high: 0.75, method: 'hypergeometric' } as const;
		expect(touchesOf({ interval, range }, 60, 100, scale)).toEqual(['the majority', 'most']);
		expect(touchesOf({ interval, range: { ...range, high: 74 } }, 60, 100, scale)).toEqual(['the majority']);
		expect(touchesOf({ interval, range: { ...range, low: 49, high: 74 } }, 60, 100, scale)).toEqual([
			'less than half',
			'the majority'
		]);
	});

	it('are compared as shares where nothing is known in whole numbers', () => {
		expect(touchesOfShares({ low: 0.15, high: 0.49999 }, 'less than half', scale)).toEqual([
			'less than half'
		]);
		expect(touchesOfShares({ low: 0.1499, high: 0.5 }, 'less than half', scale)).toEqual([
			'few',
			'less than half',
			'the majority'
		]);
		expect(touchesOfShares({ low: 0, high: 1 }, 'few', scale)).toHaveLength(5);
	});

	it('always include the term itself', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), fc.nat(500), (n, any, more) => {
				const k = any % (n + 1);
				expect(touched(k, n, n + more)).toContain(termFor(k, n, scale));
				expect(touched(k, n, null)).toContain(termFor(k, n, scale));
			})
		);
	});

	it('make a term secure when there is one, borderline when there are more', () => {
		expect([isSecure(['most']), isSecure(['most', 'almost all']), isSecure([])]).toEqual([true, false, null]);
	});

	it('are one only in a census', () => {
		for (let k = 0; k <= 60; k++) expect(touched(k, 60, 60)).toEqual([termFor(k, 60, scale)]);
	});
});
