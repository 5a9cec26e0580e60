import { describe, expect, it } from 'vitest';
import { betaQuantile, incompleteBeta, logGamma } from './beta.ts';

describe('the logarithm of the gamma function', () => {
	it('is that of the factorials', () => {
		let logFactorial = 0;
		for (let n = 1; n <= 170; n++) {
			logFactorial += Math.log(n);
			expect(logGamma(n + 1)).toBeCloseTo(logFactorial, 11);
		}
	});

	it('is right between whole numbers', () => {
		expect(Math.exp(logGamma(0.5))).toBeCloseTo(Math.sqrt(Math.PI), 12);
		expect(Math.exp(logGamma(2.5))).toBeCloseTo(0.75 * Math.sqrt(Math.PI), 12);
	});
});

describe('the incomplete beta function', () => {
	it('is the tail of the binomial distribution', () => {
		for (const [n, p] of [
			[10, 0.3],
			[60, 0.9],
			[60, 0.5]
		] as const) {
			let probability = (1 - p) ** n;
			let tail = 1 - probability;
			for (let k = 1; k <= n; k++) {
				expect(incompleteBeta(p, k, n - k + 1), `${k} of ${n}`).toBeCloseTo(tail, 12);
				probability *= ((n - k + 1) / k) * (p / (1 - p));
				tail -= probability;
			}
		}
	});

	it('has closed forms that it meets', () => {
		expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 14);
		expect(incompleteBeta(0.3, 2.5, 1)).toBeCloseTo(0.3 ** 2.5, 14);
		expect(incompleteBeta(0.5, 500_000, 500_000)).toBeCloseTo(0.5, 8);
		expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
	});

	it('is undone by its quantile', () => {
		for (const [a, b] of [
			[1, 10],
			[5.5, 6],
			[54, 7],
			[0.5, 0.5],
			[3000, 17]
		] as const)
			for (const p of [0.0005, 0.025, 0.5, 0.975])
				expect(incompleteBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 9);
	});
});
