import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawRunChart, niceTicks } from './run-chart-geometry.ts';
import { fewestToSay, findShifts, medianOf, runChartWords, runRows, type RunPoint } from './run-chart.ts';

/** A value a week from the first Monday of 2026. */
const weekly = (values: readonly number[]): RunPoint[] =>
	values.map((value, week) => ({
		day: new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10),
		value
	}));

const someValues = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 });

describe('a run chart', () => {
	test('takes the value in the middle, or halfway between the two in the middle', () => {
		expect(medianOf(weekly([9, 1, 5]))).toBe(5);
		expect(medianOf(weekly([9, 1, 5, 6]))).toBe(5.5);
		expect(medianOf([])).toBeNull();
	});

	test('calls six values in a row on one side of the median a shift, and five none', () => {
		const six = weekly([20, 22, 21, 23, 20, 24, 12, 11, 10, 12, 9, 11]);
		expect(findShifts(six)).toEqual([
			{ side: 'above', from: '2026-01-05', to: '2026-02-09', count: 6 },
			{ side: 'below', from: '2026-02-16', to: '2026-03-23', count: 6 }
		]);
		expect(findShifts(weekly([20, 22, 21, 23, 20, 10, 24, 11, 12, 11, 10, 12]))).toEqual([]);
	});

	test('passes over a value on the median, which neither adds to a run nor breaks it', () => {
		const values = [1, 2, 1, 5, 2, 1, 1, 5, 9, 8, 3, 9, 8, 9, 8];
		const median = medianOf(weekly(values));
		expect(median).toBe(5);
		expect(findShifts(weekly(values))[0]).toEqual({
			side: 'below',
			from: '2026-01-05',
			to: '2026-02-16',
			count: 6
		});
	});

	test('finds no shift in fewer values than it says it takes', () => {
		fc.assert(
			fc.property(someValues, (values) => {
				const few = weekly(values.slice(0, fewestToSay - 1));
				expect(findShifts(few)).toEqual([]);
			})
		);
	});

	test('finds the same in whatever order the values come, and the mirror of it in mirrored values', () => {
		const opposite = { above: 'below', below: 'above' };
		fc.assert(
			fc.property(someValues, (values) => {
				const shifts = findShifts(weekly(values));
				expect(findShifts(weekly(values).toReversed())).toEqual(shifts);
				expect(findShifts(weekly(values.map((value) => -value)))).toEqual(
					shifts.map((shift) => ({ ...shift, side: opposite[shift.side] }))
				);
			})
		);
	});

	test('says first, last, median and target, and a shift with its days', () => {
		expect(runChartWords(weekly([20, 22, 21, 23, 20, 24, 12, 11, 10, 12, 9, 11]), 10)).toBe(
			'Twelve values, from 20 on 5 January 2026 to 11 on 23 March 2026; their median is 16. The target is 10. ' +
				'There is a shift: six values in a row, from 16 February 2026 to 23 March 2026, lie below the median, ' +
				'more than chance would lead one to expect. It is the last of two.'
		);
	});

	test('says that there is no shift, or that there are too few values to say', () => {
		expect(runChartWords(weekly([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]), null)).toMatch(/There is no shift/);
		expect(runChartWords(weekly([1, 2, 3]), null)).toBe(
			'Three values, from 1 on 5 January 2026 to 3 on 19 January 2026; their median is 2. ' +
				'These are too few values to say whether there is a shift: it takes 12.'
		);
		expect(runChartWords(weekly([4]), null)).toBe('One value so far: 4 on 5 January 2026.');
		expect(runChartWords([], 5)).toBe('There are no values yet. The target is 5.');
	});

	test('has every value in its table, with the side of the median', () => {
		expect(runRows(weekly([1200, 2, 3.5]))).toEqual([
			{ day: '5 January 2026', value: '1,200', side: 'above' },
			{ day: '12 January 2026', value: '2', side: 'below' },
			{ day: '19 January 2026', value: '3.5', side: 'on it' }
		]);
	});
});

describe('the drawing of a run chart', () => {
	test('keeps every value, line and label inside the plot, higher values higher up', () => {
		fc.assert(
			fc.property(someValues, fc.option(fc.integer({ min: -60, max: 60 })), (values, target) => {
				const drawing = drawRunChart(weekly(values), target)!;
				const { points, lines, ticks } = drawing;
				const ys = [...points, ...ticks, lines.median, ...(lines.target ? [lines.target] : [])].map(
					({ y }) => y
				);
				expect(Math.min(...ys)).toBeGreaterThanOrEqual(10);
				expect(Math.max(...ys)).toBeLessThanOrEqual(drawing.height - 10);
				for (const [at, { x, y }] of points.entries()) {
					expect(x >= 0 && x <= 100).toBe(true);
					const before = points[at - 1];
					if (!before) continue;
					expect(x).toBeGreaterThan(before.x);
					expect(Math.sign(before.y - y)).toBe(Math.sign(values[at]! - values[at - 1]!));
				}
				if (lines.target)
					expect(Math.abs(lines.target.labelY - lines.median.labelY)).toBeGreaterThanOrEqual(33.9);
			})
		);
	});

	test('sets days as far apart as they are', () => {
		const points = [
			{ day: '2026-01-01', value: 1 },
			{ day: '2026-01-02', value: 2 },
			{ day: '2026-01-05', value: 3 }
		];
		const xs = drawRunChart(points, null)!.points.map(({ x }) => x);
		expect((xs[2]! - xs[1]!) / (xs[1]! - xs[0]!)).toBeCloseTo(3, 1);
	});

	test('rules whole steps that hold all values', () => {
		expect(niceTicks([3, 18])).toEqual([0, 5, 10, 15, 20]);
		expect(niceTicks([-5e-324, 0])).toEqual([-1, -0.5, 0, 0.5, 1]);
		expect(niceTicks([0.12, 0.31])).toEqual([0.1, 0.15, 0.2, 0.25, 0.3, 0.35]);
		fc.assert(
			fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
				const ticks = niceTicks(values);
				expect(ticks.length).toBeGreaterThanOrEqual(2);
				expect(ticks.length).toBeLessThanOrEqual(7);
				const slack = 1e-6 * Math.max(1, ...values.map(Math.abs));
				expect(ticks[0]!).toBeLessThanOrEqual(Math.min(...values) + slack);
				expect(ticks.at(-1)!).toBeGreaterThanOrEqual(Math.max(...values) - slack);
			})
		);
	});

	test('draws nothing where there is no value', () => {
		expect(drawRunChart([], 3)).toBeNull();
	});
});
