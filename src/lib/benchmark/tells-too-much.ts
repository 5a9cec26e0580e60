/**
 * Whether the sum over an atom tells too closely what one partnership of it has. It is reckoned against somebody who
 * knows the sum exactly (what is published is rounded), every base, every value shown by name, and their own value:
 * more than anybody knows. For shares the bounds are those of a two-way table with known margins (Fréchet), which are
 * exact; for steps everything that some other of the atom has is possible.
 */
import type { Rules } from './rules.ts';
import { isCount, isShare, isStep, type ShareValue, type Value } from './value.ts';

/**
 * `unnamed`: the values of an atom that are not known by name, all of one kind. True where, for an outsider or for one
 * of them, another's value would be known more narrowly than the rules allow. False for none.
 */
export function tellsTooMuch(unnamed: readonly Value[], rules: Rules): boolean {
	if (narrowAmong(unnamed, rules)) return true;
	return unnamed.some((own, index) =>
		narrowAmong(
			unnamed.filter((value, other) => other !== index),
			rules
		)
	);
}

/** Whether the sum of these values narrows one of them too far. */
function narrowAmong(values: readonly Value[], rules: Rules): boolean {
	if (values.length === 0) return false;
	if (values.every(isShare)) return values.some((value) => isNarrowShare(value, values, rules));
	if (values.every(isStep)) {
		const steps = values.map(({ step }) => step);
		return Math.max(...steps) - Math.min(...steps) < rules.narrowestSteps;
	}
	if (values.every(isCount)) return sumOf(values.map(({ count }) => count)) < rules.narrowestCount;
	throw new TypeError('An atom holds values of one kind');
}

/** Between what is left when all others have all they could, and what there is at all: narrower than allowed? */
function isNarrowShare({ base }: ShareValue, all: readonly ShareValue[], rules: Rules): boolean {
	const positive = sumOf(all.map((value) => value.positive));
	const others = sumOf(all.map((value) => value.base)) - base;
	const least = Math.max(0, positive - others);
	const most = Math.min(base, positive);
	return (most - least) * 100 < rules.narrowestShare * base;
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
