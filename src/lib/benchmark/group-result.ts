/** The numbers of a group that is shown. */
import type { Cell, Contribution } from './cell.ts';
import type { GroupResult } from './release.ts';
import { isCount, isShare, isStep } from './value.ts';

/**
 * Counts of records are added up and rounded to the nearest `roundTo`; partnerships are counted at each step of the
 * scale; recommendations are added up. Throws a TypeError when the values are not all of one kind.
 */
export function resultOf(cell: Cell, group: readonly Contribution[], roundTo: number): GroupResult {
	const values = group.map(({ value }) => value);
	const partnerships = values.length;
	if (values.every(isShare)) {
		const [positive, base] = [
			sum(values.map((value) => value.positive)),
			sum(values.map((value) => value.base))
		];
		return { partnerships, positive: rounded(positive, roundTo), base: rounded(base, roundTo) };
	}
	if (values.every(isStep) && cell.steps) {
		const [first, last] = cell.steps;
		const counts = Array.from(
			{ length: last - first + 1 },
			(_, index) => values.filter(({ step }) => step === first + index).length
		);
		return { partnerships, counts };
	}
	if (values.every(isCount)) return { partnerships, total: sum(values.map(({ count }) => count)) };
	throw new TypeError(`The values of ${cell.id} are not of one kind`);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const rounded = (number: number, to: number) => Math.round(number / to) * to;
