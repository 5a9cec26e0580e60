/**
 * Somebody who collects every number that was ever published of one cell, knows who stands in which group, how many
 * records each read, every value shown by name and their own; and works out what the others must have. By linear algebra
 * (is a single value a sum and difference of groups?) and by linear programmes (between what bounds must it lie?).
 */
import { solve, type Coefficients, type Constraint } from 'yalps';
import type { GroupResult } from '#lib/benchmark/release.ts';
import { isCount, isShare, isStep, type Value } from '#lib/benchmark/value.ts';

/** One published number, or counts by step, of a group of contributions, named by key. */
export type Sighting = { members: readonly string[]; result: GroupResult };

export type Collected = {
	sightings: readonly Sighting[];
	/** Of every contribution: the records it rests on, which are no secret. */
	bases: ReadonlyMap<string, number>;
	/** Values by name, and the attacker's own. */
	known: ReadonlyMap<string, Value>;
	/** First and last step of the scale. */
	steps: readonly [number, number] | null;
	/** Half of what counts of records are rounded to; 0 for an attacker who knows the exact counts. */
	slack: number;
};

/** What the attacker learns of one contribution: the narrowest interval; shares in percent, others in steps or pieces. */
export type Learnt = { key: string; recovered: boolean; low: number; high: number };

export function attack(collected: Collected): Learnt[] {
	const unknown = [...new Set(collected.sightings.flatMap(({ members }) => members))].filter(
		(key) => !collected.known.has(key)
	);
	const recovered = recoverable(collected, unknown);
	const bounds = boundsOf(collected, unknown);
	return unknown.map((key) => ({ key, recovered: recovered.has(key), ...bounds(key) }));
}

/** Prime; remainders of small whole numbers by it tell dependent rows from independent ones. */
const prime = 1_000_003n;

/** Unknowns that some sum and difference of groups holds alone: rows with one entry after elimination. */
function recoverable({ sightings }: Collected, unknown: readonly string[]): Set<string> {
	const rows: bigint[][] = sightings.map(({ members }) =>
		unknown.map((key) => (members.includes(key) ? 1n : 0n))
	);
	let pivotRow = 0;
	for (let column = 0; column < unknown.length && pivotRow < rows.length; column += 1) {
		const found = rows.findIndex((row, index) => index >= pivotRow && row[column] !== 0n);
		if (found < 0) continue;
		[rows[pivotRow], rows[found]] = [rows[found]!, rows[pivotRow]!];
		const inverse = power(rows[pivotRow]![column]!, prime - 2n);
		rows[pivotRow] = rows[pivotRow]!.map((entry) => (entry * inverse) % prime);
		rows.forEach((row, index) => {
			const times = row[column]!;
			if (index === pivotRow || times === 0n) return;
			rows[index] = row.map((entry, at) => (entry + (prime - times) * rows[pivotRow]![at]!) % prime);
		});
		pivotRow += 1;
	}
	const single = rows.filter((row) => row.filter((entry) => entry !== 0n).length === 1);
	return new Set(single.map((row) => unknown[row.findIndex((entry) => entry !== 0n)]!));
}

function power(base: bigint, exponent: bigint): bigint {
	let [result, square, left] = [1n, base % prime, exponent];
	for (; left > 0n; left /= 2n) {
		if (left % 2n === 1n) result = (result * square) % prime;
		square = (square * square) % prime;
	}
	return result;
}

/** The interval in which each unknown must lie, by the smallest and greatest value under all that is known. */
function boundsOf(collected: Collected, unknown: readonly string[]) {
	const { constraints, variables, unit } = collected.steps
		? stepProgramme(collected, unknown)
		: numberProgramme(collected, unknown);
	const extreme = (key: string, direction: 'minimize' | 'maximize') => {
		const solution = solve({
			direction,
			objective: `value ${key}`,
			constraints,
			variables
		});
		if (solution.status === 'unbounded') return direction === 'maximize' ? Infinity : -Infinity;
		if (solution.status !== 'optimal')
			throw new Error(`No world fits what was published: ${solution.status}`);
		return solution.result * unit(key);
	};
	return (key: string) => ({ low: extreme(key, 'minimize'), high: extreme(key, 'maximize') });
}

type Programme = {
	constraints: Map<string, Constraint>;
	variables: Map<string, Coefficients>;
	/** What one of the variable is in the unit of the answer. */
	unit: (key: string) => number;
};

/** Shares and numbers of recommendations: one variable each, between nothing and all its records. */
function numberProgramme(
	{ sightings, bases, known, slack }: Collected,
	unknown: readonly string[]
): Programme {
	const constraints = new Map<string, Constraint>();
	const variables = new Map<string, Map<string, number>>(
		unknown.map((key) => [
			key,
			new Map([
				[`value ${key}`, 1],
				[`base ${key}`, 1]
			])
		])
	);
	for (const key of unknown) if (bases.has(key)) constraints.set(`base ${key}`, { max: bases.get(key)! });
	sightings.forEach(({ members, result }, index) => {
		const total = 'base' in result ? result.positive : 'total' in result ? result.total : 0;
		const told = members.reduce((sum, key) => sum + numberOf(known.get(key)), 0);
		const around = 'base' in result ? slack : 0;
		const name = `group ${index}`;
		constraints.set(
			name,
			around === 0 ? { equal: total - told } : { min: total - told - around, max: total - told + around }
		);
		for (const key of members) variables.get(key)?.set(name, 1);
	});
	const isShares = sightings.some(({ result }) => 'base' in result);
	return { constraints, variables, unit: (key) => (isShares ? 100 / bases.get(key)! : 1) };
}

/** Steps: for each unknown one variable a step, which add up to one. */
function stepProgramme({ sightings, known, steps }: Collected, unknown: readonly string[]): Programme {
	const [first, last] = steps!;
	const scale = Array.from({ length: last - first + 1 }, (_, index) => first + index);
	const constraints = new Map<string, Constraint>();
	const variables = new Map<string, Map<string, number>>();
	for (const key of unknown) {
		constraints.set(`one ${key}`, { equal: 1 });
		for (const step of scale)
			variables.set(
				`${key} at ${step}`,
				new Map([
					[`value ${key}`, step],
					[`one ${key}`, 1]
				])
			);
	}
	sightings.forEach(({ members, result }, index) => {
		if (!('counts' in result)) return;
		result.counts.forEach((count, at) => {
			const step = scale[at]!;
			const told = members.filter((key) => stepOf(known.get(key)) === step).length;
			const name = `group ${index} at ${step}`;
			constraints.set(name, { equal: count - told });
			for (const key of members) variables.get(`${key} at ${step}`)?.set(name, 1);
		});
	});
	return { constraints, variables, unit: () => 1 };
}

const numberOf = (value: Value | undefined) =>
	value === undefined ? 0 : isShare(value) ? value.positive : isCount(value) ? value.count : 0;
const stepOf = (value: Value | undefined) => (value !== undefined && isStep(value) ? value.step : null);
