import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import quantityScale from '../../../fixtures/scales/care-inspectorate-quantity.json' with { type: 'json' };
import { parseQuantityScale } from '#lib/frameworks/scales.ts';
import { formatCount, formatInterval, formatPercent, listed } from './figures.ts';
import { termFor, termForFraction } from './term.ts';

const scale = parseQuantityScale(quantityScale);

describe('a percentage', () => {
	it.each([
		[54, 60, '90%'],
		[41, 60, '68.3%'],
		[0, 60, '0%'],
		[60, 60, '100%'],
		[189, 400, '47.3%'],
		[383, 400, '95.8%'],
		[749, 1000, '74.9%'],
		[7499, 10_000, '74.99%'],
		[8996, 10_000, '89.96%'],
		[8994, 10_000, '89.9%'],
		[499_999, 1_000_000, '49.9999%'],
		[9001, 10_000, '90%'],
		[1, 10_000, '0.01%'],
		[1, 3000, '0.03%'],
		[9999, 10_000, '99.99%'],
		[29, 100, '29%'],
		[57, 100, '57%']
	])('of %i of %i is %s', (k, n, figure) => {
		expect(formatPercent(k / n, scale)).toBe(figure);
	});

	it('never shows a figure that belongs to another term than the share', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 1_000_000 }),
				fc.constantFrom(0, 15, 50, 75, 90, 100),
				fc.integer({ min: -3, max: 3 }),
				fc.nat(),
				(n, bound, near, any) => {
					for (const k of [Math.round((bound * n) / 100) + near, any % (n + 1)]) {
						if (k < 0 || k > n) continue;
						const shown = formatPercent(k / n, scale).slice(0, -1);
						const [whole, decimals = ''] = shown.split('.');
						const numerator = BigInt(whole! + decimals);
						const term = termForFraction(numerator, 100n * 10n ** BigInt(decimals.length), scale);
						expect(term, `${k} of ${n} as ${shown}%`).toBe(termFor(k, n, scale));
						expect(shown === '0').toBe(k === 0);
						expect(shown === '100').toBe(k === n);
					}
				}
			)
		);
	});

	it('has more than one decimal only where it must, and is never further off than the last of them', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (n, any) => {
				const share = (any % (n + 1)) / n;
				const shown = formatPercent(share, scale).slice(0, -1);
				const decimals = shown.split('.')[1]?.length ?? 0;
				expect(Math.abs(Number(shown) - share * 100)).toBeLessThanOrEqual(
					0.5 * 10 ** -Math.max(1, decimals) + 1e-9
				);
				if (decimals > 1) {
					const oneDecimal = Math.round(share * 1000) / 10;
					expect([0, 15, 50, 75, 90, 100]).toContain(oneDecimal);
				}
			})
		);
	});
});

describe('an interval', () => {
	it('is shown as two percentages', () => {
		expect(formatInterval({ low: 322 / 400, high: 383 / 400 }, scale)).toBe('80.5 to 95.8%');
		expect(formatInterval({ low: 0, high: 1 }, scale)).toBe('0 to 100%');
	});

	it('does not seem to reach a term that it does not touch', () => {
		expect(formatInterval({ low: 0.7501, high: 0.8998 }, scale)).toBe('75 to 89.98%');
	});
});

describe('counts and lists', () => {
	it('read as they would in print', () => {
		expect([60, 1405, 1_000_000].map(formatCount)).toEqual(['60', '1,405', '1,000,000']);
		expect([['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['a', 'a and b', 'a, b and c']);
	});
});
