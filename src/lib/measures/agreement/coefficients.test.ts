import { describe, expect, it } from 'vitest';
import { krippendorffAlpha, pairableCounts } from './alpha.ts';
import { tQuantile, type Coefficient } from './coefficient.ts';
import { gwetCoefficient } from './gwet.ts';
import { cohenKappa } from './kappa.ts';
import type { Ratings } from './ratings.ts';
import { agreementWeights, ordinalWeights } from './weights.ts';

/** A row of pairs for every count in a table of the first reader's answers by the second's. */
const pairsOf = (table: readonly (readonly number[])[]): Ratings =>
	table.flatMap((row, first) =>
		row.flatMap((count, second) => Array.from({ length: count }, () => [first, second]))
	);
const nominal = (categories: number) => agreementWeights('unweighted', categories);
/** The standard error behind an interval that is not cut off below. */
const errorOf = ({ value, interval }: Coefficient, records: number) =>
	(value! - interval!.low) / tQuantile(records - 1);

/** Krippendorff (2011), section A: twelve units, four observers, some answers missing. Gwet's four raters are the same. */
const observers = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
const four: Ratings = Array.from({ length: 12 }, (_, unit) =>
	observers.map((answers) => (answers[unit] === '.' ? null : Number(answers[unit]) - 1))
);

/** Gwet's two abstractors (2014, and the documentation of his package irrCAC). */
const abstractors = pairsOf([
	[13, 0, 0],
	[0, 20, 7],
	[0, 4, 56]
]);
/** Cohen (1960), table 2, which Cohen (1968) takes up. */
const judges = pairsOf([
	[88, 14, 18],
	[10, 40, 10],
	[2, 6, 12]
]);
/** Fleiss, Cohen and Everitt (1969): 200 of them, here by count. */
const diagnoses = pairsOf([
	[106, 10, 4],
	[22, 28, 10],
	[2, 12, 6]
]);

describe("Cohen's kappa", () => {
	it('of Cohen’s judges is .492, and .348 with his weights', () => {
		const disagreement = [
			[0, 1, 3],
			[1, 0, 6],
			[3, 6, 0]
		];
		const weights = disagreement.map((row) => row.map((each) => 1 - each / 6));
		expect(cohenKappa(judges, nominal(3)).value).toBeCloseTo(0.492, 3);
		expect(cohenKappa(judges, weights).value).toBeCloseTo(0.348, 3);
	});

	it('of Fleiss, Cohen and Everitt has their value and standard error, with and without weights', () => {
		const weights = [
			[1, 0, 4 / 9],
			[0, 1, 6 / 9],
			[4 / 9, 6 / 9, 1]
		];
		const [plain, weighted] = [cohenKappa(diagnoses, nominal(3)), cohenKappa(diagnoses, weights)];
		expect(plain.value).toBeCloseTo(0.429, 3);
		expect(errorOf(plain, 200) ** 2).toBeCloseTo(0.002885, 6);
		expect(weighted.value).toBeCloseTo(0.507, 3);
		expect(errorOf(weighted, 200) ** 2).toBeCloseTo(0.003248, 6);
	});

	it('of Gwet’s abstractors is 0.7964, from 0.680 to 0.913', () => {
		const kappa = cohenKappa(abstractors, nominal(3));
		expect(kappa.value).toBeCloseTo(0.7964094, 7);
		expect(kappa.interval!.low).toBeCloseTo(0.68, 3);
		expect(kappa.interval!.high).toBeCloseTo(0.913, 3);
	});

	it('is low where nearly all answers are the same, though AC1 is high', () => {
		// Feinstein and Cicchetti (1990) called it the first paradox: 95 of 100 agree.
		const ratings = pairsOf([
			[95, 3],
			[2, 0]
		]);
		expect(cohenKappa(ratings, nominal(2)).value).toBeLessThan(0);
		expect(gwetCoefficient(ratings, nominal(2)).value).toBeGreaterThan(0.94);
	});

	it.each([
		['nothing was answered by both', [[1, null]] as Ratings, /no record was answered by both/],
		[
			'everything was answered alike',
			pairsOf([
				[7, 0],
				[0, 0]
			]),
			/the same answer/
		]
	])('is not there where %s, and says so', (_, ratings, why) => {
		expect(cohenKappa(ratings, nominal(2))).toEqual({
			value: null,
			interval: null,
			why: expect.stringMatching(why)
		});
	});
});

describe("Gwet's coefficient", () => {
	it('of his four raters is 0.77544 with a standard error of 0.14295, from 0.461', () => {
		const coefficient = gwetCoefficient(four, nominal(5));
		expect(coefficient.value).toBeCloseTo(0.77544, 5);
		expect(errorOf(coefficient, 12)).toBeCloseTo(0.14295, 5);
		expect(coefficient.interval).toEqual({ low: expect.closeTo(0.461, 3), high: 1 });
	});

	it('of his two abstractors is 0.8493, from 0.763 to 0.936', () => {
		const coefficient = gwetCoefficient(abstractors, nominal(3));
		expect(coefficient.value).toBeCloseTo(0.8493305, 7);
		expect(errorOf(coefficient, 100)).toBeCloseTo(0.0432 * Math.sqrt(100 / 99), 3);
	});

	it('is 1 where all answers are the same, without an interval', () => {
		const coefficient = gwetCoefficient(
			pairsOf([
				[7, 0],
				[0, 0]
			]),
			nominal(2)
		);
		expect(coefficient).toEqual({ value: 1, interval: null, why: null });
	});
});

describe("Krippendorff's alpha", () => {
	it('of his four observers is 0.743 for names, 0.815 for an order, 0.849 for equal steps', () => {
		expect(krippendorffAlpha(four, nominal(5)).value).toBeCloseTo(0.743, 3);
		const ordered = ordinalWeights(pairableCounts(four, 5), 5);
		expect(krippendorffAlpha(four, ordered).value).toBeCloseTo(0.815, 3);
		expect(krippendorffAlpha(four, agreementWeights('quadratic', 5)).value).toBeCloseTo(0.849, 3);
	});

	it('has the interval that Gwet gives for them, from 0.419', () => {
		const alpha = krippendorffAlpha(four, nominal(5));
		expect(alpha.value).toBeCloseTo(0.74342, 5);
		expect(alpha.interval).toEqual({ low: expect.closeTo(0.419, 3), high: 1 });
	});

	it('of Gwet’s abstractors is 0.7973, from 0.680', () => {
		const alpha = krippendorffAlpha(abstractors, nominal(3));
		expect(alpha.value).toBeCloseTo(0.7972585, 7);
		expect(errorOf(alpha, 100)).toBeCloseTo(0.05905 * Math.sqrt(100 / 99), 4);
	});

	it('is not there where all answers are the same, and says so', () => {
		expect(krippendorffAlpha(pairsOf([[7]]), nominal(1)).why).toContain('all answers are the same');
		expect(krippendorffAlpha([[0, null]], nominal(2)).why).toContain('no record');
	});
});

describe('weights', () => {
	it('fall by the same step between ordered answers, or by its square, and are 0 for answers on no scale', () => {
		expect(agreementWeights('linear', 3, 1)).toEqual([
			[1, 0.5, 0, 0],
			[0.5, 1, 0.5, 0],
			[0, 0.5, 1, 0],
			[0, 0, 0, 1]
		]);
		expect(agreementWeights('quadratic', 3)[0]).toEqual([1, 0.75, 0]);
	});
});

describe("Student's t", () => {
	it.each([
		[1, 12.706],
		[10, 2.228],
		[120, 1.98]
	])('with %i degrees of freedom has its 97.5%% point at %d', (degrees, point) => {
		expect(tQuantile(degrees)).toBeCloseTo(point, 3);
	});
});
