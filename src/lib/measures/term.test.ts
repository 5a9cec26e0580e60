import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import quantityScale from '../../../fixtures/scales/care-inspectorate-quantity.json' with { type: 'json' };
import { parseQuantityScale } from '#lib/frameworks/scales.ts';
import { phraseOf, spokenTerm, termFor, termForFraction, termPhrase } from './term.ts';

const scale = parseQuantityScale(quantityScale);
const names = scale.bands.map((band) => band.name);
const kOfN = fc
	.integer({ min: 1, max: 1_000_000 })
	.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

/** The published cut-offs once more, for exactly 60 files and by whole files, without any arithmetic on shares. */
function termAmongSixty(k: number): string {
	if (k <= 8) return 'few';
	if (k <= 29) return 'less than half';
	if (k <= 44) return 'the majority';
	return k <= 53 ? 'most' : 'almost all';
}

describe('the term of a share', () => {
	it.each([
		[0, 60, 'few'],
		[8, 60, 'few'],
		[9, 60, 'less than half'],
		[10, 60, 'less than half'],
		[29, 60, 'less than half'],
		[30, 60, 'the majority'],
		[31, 60, 'the majority'],
		[44, 60, 'the majority'],
		[45, 60, 'most'],
		[46, 60, 'most'],
		[53, 60, 'most'],
		[54, 60, 'almost all'],
		[55, 60, 'almost all'],
		[60, 60, 'almost all']
	])('of %i of %i files is “%s”', (k, n, term) => {
		expect(termFor(k, n, scale)).toBe(term);
	});

	it('follows the published cut-offs for every number of 60 files', () => {
		for (let k = 0; k <= 60; k++) expect(termFor(k, 60, scale), `${k} of 60`).toBe(termAmongSixty(k));
	});

	it('is not moved over a bound by rounding', () => {
		expect(termFor(8_999_999, 10_000_000, scale)).toBe('most');
		expect(termFor(9_000_000, 10_000_000, scale)).toBe('almost all');
		expect(termFor(499_999, 1_000_000, scale)).toBe('less than half');
	});

	it('is exactly one of the terms for every k of n', () => {
		fc.assert(
			fc.property(kOfN, ([k, n]) => {
				const holding = scale.bands.filter(
					(band) => k * 100 >= band.from * n && (k * 100 < band.to * n || (band.to === 100 && k === n))
				);
				expect(holding.map((band) => band.name)).toEqual([termFor(k, n, scale)]);
			})
		);
	});

	it('never falls when one more answer is positive', () => {
		fc.assert(
			fc.property(kOfN, ([k, n]) => {
				const rank = (count: number) => names.indexOf(termFor(count, n, scale)!);
				expect(rank(Math.min(k + 1, n))).toBeGreaterThanOrEqual(rank(k));
			})
		);
	});

	it('is the same for an exact fraction as for the counts', () => {
		fc.assert(
			fc.property(kOfN, ([k, n]) => {
				expect(termForFraction(BigInt(k) * 7n, BigInt(n) * 7n, scale)).toBe(termFor(k, n, scale));
			})
		);
	});

	it('does not exist without evidence', () => {
		expect(termFor(0, 0, scale)).toBeNull();
		expect(termForFraction(0n, 0n, scale)).toBeNull();
		expect(spokenTerm(0, 0, scale)).toBeNull();
		expect(termPhrase(0, 0, scale)).toBeNull();
	});

	it.each([
		[61, 60],
		[-1, 60],
		[1.5, 60],
		[0, Number.NaN]
	])('is refused for %d of %d', (k, n) => {
		expect(() => termFor(k, n, scale)).toThrow(RangeError);
	});
});

describe('a term in speech', () => {
	it('is “none” and “all” at the two ends', () => {
		expect([0, 1, 59, 60].map((k) => spokenTerm(k, 60, scale))).toEqual(['none', 'few', 'almost all', 'all']);
		expect(spokenTerm(1, 1, scale)).toBe('all');
	});

	it.each([
		[0, 'No files'],
		[8, 'Few files'],
		[9, 'Less than half of files'],
		[30, 'The majority of files'],
		[45, 'Most files'],
		[54, 'Almost all files'],
		[60, 'All files']
	])('begins the title of %i of 60 with “%s”', (k, beginning) => {
		expect(`${termPhrase(k, 60, scale)}files`).toBe(beginning);
	});

	it('reads well with the words of other scales', () => {
		expect(phraseOf('very few') + 'files').toBe('Very few files');
		expect(phraseOf('about half') + 'files').toBe('About half of files');
	});
});
