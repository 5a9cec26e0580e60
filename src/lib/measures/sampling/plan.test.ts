import { describe, expect, it } from 'vitest';
import { shippedQuantityScale } from '#lib/server/shipped-scale.ts';
import { exactInterval } from '../interval.ts';
import { touchesOf } from '../touches.ts';
import { expectedResult, planSample, sizeForMargin, sizeForSecureTerm } from './plan.ts';

const scale = shippedQuantityScale();
const width = (k: number, n: number, frame: number | null) => {
	const { low, high } = exactInterval(k, n, frame)!.interval;
	return high - low;
};

describe('the plan of a sample', () => {
	it('of 60 from 400 says that the widest interval is 36.25 to 60.5%', () => {
		const { widest } = planSample(60, 400, scale);
		expect(widest.interval).toEqual({ low: 0.3625, high: 0.605, method: 'hypergeometric' });
		expect(widest.halfWidth).toBeCloseTo(0.12125, 10);
	});

	it.each([
		[1, 1, 0],
		[10, 40, 0],
		[60, 400, 0],
		[399, 400, 0],
		[401, 1000, 1 / 1000],
		[900, 1000, 1 / 1000]
	])('of %i from %i names the widest of all intervals', (size, frame, within) => {
		const all = Array.from({ length: size + 1 }, (_, k) => width(k, size, frame));
		const { halfWidth } = planSample(size, frame, scale).widest;
		expect(Math.max(...all) - halfWidth * 2).toBeLessThanOrEqual(within + 1e-9);
		expect(halfWidth * 2).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
	});

	it.each([
		[60, 400],
		[60, null],
		[37, 41],
		[1, 5]
	])('of %i from %s tells for every answer which terms its interval touches', (size, frame) => {
		const { stretches } = planSample(size, frame, scale);
		expect(stretches.map(({ from }) => from)).toEqual([0, ...stretches.slice(0, -1).map(({ to }) => to + 1)]);
		expect(stretches.at(-1)!.to).toBe(size);
		for (const { from, to, touches } of stretches)
			for (let k = from; k <= to; k++)
				expect(touchesOf(exactInterval(k, size, frame)!, k, size, scale), `${k}`).toEqual(touches);
	});

	it('says of an expected 90% in 60 of 400 that it could not tell most from almost all', () => {
		const { k, touches } = expectedResult(0.9, 60, 400, scale);
		expect([k, touches]).toEqual([54, ['most', 'almost all']]);
	});

	it('of a whole frame has no width and is secure throughout', () => {
		const { widest, stretches } = planSample(40, 40, scale);
		expect(widest.halfWidth).toBe(0);
		expect(stretches.every(({ touches }) => touches.length === 1)).toBe(true);
	});

	it('is made at once, however large the frame', () => {
		const before = performance.now();
		planSample(50_000, 100_000, scale);
		sizeForMargin(0.01, 100_000);
		sizeForSecureTerm(0.74, 100_000, scale);
		expect(performance.now() - before).toBeLessThan(2000);
	});
});

describe('how many it takes', () => {
	it.each([
		[0.05, 400, 196],
		[0.1, 400, null],
		[0.05, 100_000, null],
		[0.1, null, null]
	])('for ± %f from %s: so many are enough, and one less is not', (margin, frame, known) => {
		const size = sizeForMargin(margin, frame)!;
		if (known !== null) expect(size).toBe(known);
		expect(planSample(size, frame, scale).widest.halfWidth).toBeLessThanOrEqual(margin + 1e-9);
		expect(planSample(size - 1, frame, scale).widest.halfWidth).toBeGreaterThan(margin);
	});

	it('for an expected 82% from 400 is a sample in which 82% is most, and nothing else', () => {
		const size = sizeForSecureTerm(0.82, 400, scale)!;
		expect(size).toBeLessThan(400);
		for (let more = size; more <= size + 20; more++)
			expect(expectedResult(0.82, more, 400, scale).touches, String(more)).toEqual(['most']);
	});

	it('for a share on a cut-off is the whole frame, and no number where the frame is not known', () => {
		expect(sizeForSecureTerm(0.9, 400, scale)).toBe(400);
		expect(sizeForSecureTerm(0.9, null, scale)).toBeNull();
		expect(sizeForMargin(0.001, null)).toBeNull();
	});
});
