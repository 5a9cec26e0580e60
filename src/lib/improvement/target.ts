/** Whether what was to be reached is reached: the target of an action beside what its question or figure says now. */
import type { Measure } from '#lib/measures/measure.ts';
import type { Target } from './action.ts';

/** `70%`, `1,200`. */
export function targetWords({ kind, value }: Target): string {
	const number = value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
	return kind === 'share' ? `${number}%` : number;
}

export type Reached = 'reached' | 'not-yet' | 'no-evidence';

/**
 * A share reaches its target when k of n is at least that many per cent, compared on the counts and never on a
 * rounded share; a weighted share of a stratified sample is compared as it is.
 */
export function reachedBy(
	target: Target,
	measure: Pick<Measure, 'positive' | 'base' | 'share' | 'interval'>
): Reached {
	if (target.kind !== 'share' || measure.share === null) return 'no-evidence';
	const weighted = measure.interval?.method === 'stratified';
	const there = weighted
		? measure.share * 100 >= target.value
		: measure.positive * 100 >= target.value * measure.base;
	return there ? 'reached' : 'not-yet';
}

/** What a person writes as a target, read; null for nothing, undefined for what is none. */
export function readTarget(written: string, kind: Target['kind']): Target | null | undefined {
	const text = written.trim().replace(/[\s,]/g, '').replace(/%$/, '');
	if (text === '') return null;
	if (!/^\d{1,9}(\.\d{1,2})?$/.test(text)) return undefined;
	const value = Number(text);
	return kind === 'share' && value > 100 ? undefined : { kind, value };
}
