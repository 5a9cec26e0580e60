/** A coefficient of agreement with its interval, or the reason why there is none. */
import { betaQuantile } from '../beta.ts';

/** 1 is agreement in all, 0 as much as chance would give. `why` completes “There is none, because …”. */
export type Coefficient =
	| { value: number; interval: { low: number; high: number } | null; why: null }
	| { value: null; interval: null; why: string };

export const undefinedBecause = (why: string): Coefficient => ({ value: null, interval: null, why });

/**
 * A value with the 95% interval of its standard error, by Student's t with one less than `n` degrees of freedom, cut at
 * −1 and 1. Without an interval where the error cannot be estimated: of a single record, or of records that all agree.
 */
export function withError(value: number, error: number, n: number): Coefficient {
	if (n < 2 || !(error > 1e-12)) return { value, interval: null, why: null };
	const half = tQuantile(n - 1) * error;
	return { value, interval: { low: Math.max(-1, value - half), high: Math.min(1, value + half) }, why: null };
}

/**
 * The 97.5% point of Student's t: T² ÷ (T² + ν) has the beta distribution with ½ and ν ÷ 2
 * (NIST Digital Library of Mathematical Functions, 8.17 and the relation to t).
 */
export function tQuantile(degrees: number): number {
	const x = betaQuantile(0.95, 0.5, degrees / 2);
	return Math.sqrt((degrees * x) / (1 - x));
}
