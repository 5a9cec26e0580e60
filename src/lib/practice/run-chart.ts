/**
 * A run chart: a measure over days with its median, and whether there is a shift. The words and the table; how it is
 * drawn: run-chart-geometry.ts. Browser code uses these too: no zod.
 */
import { longDate } from '#lib/reports/dates.ts';

/** `day`: YYYY-MM-DD. */
export type RunPoint = { day: string; value: number };

export type Shift = {
	side: 'above' | 'below';
	/** First and last day of the run, and how many values of it are off the median. */
	from: string;
	to: string;
	count: number;
};

/** Six or more consecutive values on one side of the median are a shift. */
export const shiftLength = 6;
/** At most half of all values lie on one side of their median, so that six of them need at least twelve in all. */
export const fewestToSay = 2 * shiftLength;

/** The values in the order of their days; those of one day stay as they came. */
export function inOrder(points: readonly RunPoint[]): RunPoint[] {
	return points.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The one in the middle, or halfway between the two in the middle; null without values. */
export function medianOf(points: readonly RunPoint[]): number | null {
	const values = points.map(({ value }) => value).sort((a, b) => a - b);
	const upper = values[Math.floor(values.length / 2)];
	if (upper === undefined) return null;
	return values.length % 2 === 1 ? upper : (values[values.length / 2 - 1]! + upper) / 2;
}

/**
 * All shifts in the order of their days: six or more consecutive values that lie all above or all below the median.
 * A value on the median is passed over: it neither adds to a run nor breaks it. Source of the rule: R. J. Perla,
 * L. P. Provost and S. K. Murray, “The run chart: a simple analytical tool for learning from variation in healthcare
 * processes”, BMJ Quality & Safety 2011; 20: 46–51.
 */
export function findShifts(points: readonly RunPoint[]): Shift[] {
	const median = medianOf(points);
	if (median === null) return [];
	const runs: Shift[] = [];
	for (const { day, value } of inOrder(points)) {
		if (value === median) continue;
		const side = value > median ? 'above' : 'below';
		const run = runs.at(-1);
		if (run?.side === side) {
			run.to = day;
			run.count += 1;
		} else runs.push({ side, from: day, to: day, count: 1 });
	}
	return runs.filter(({ count }) => count >= shiftLength);
}

/** `1,200`, `3.5`: two decimals at most. */
export const valueWords = (value: number): string =>
	value.toLocaleString('en-GB', { maximumFractionDigits: 2 });

/**
 * What the chart shows, in sentences: first, last, median, target, and whether there is a shift or there are too few
 * values to say. A shift is never called better or worse: that depends on what is measured.
 */
export function runChartWords(points: readonly RunPoint[], target: number | null): string {
	const ordered = inOrder(points);
	const [first, last] = [ordered[0], ordered.at(-1)];
	const aimed = target === null ? '' : ` The target is ${valueWords(target)}.`;
	if (!first || !last) return `There are no values yet.${aimed}`;
	if (ordered.length === 1) return `One value so far: ${valueAt(first)}.${aimed}`;
	const median = valueWords(medianOf(ordered)!);
	return `${capital(ordered.length)} values, from ${valueAt(first)} to ${valueAt(last)}; their median is ${median}.${aimed} ${shiftWords(ordered)}`;
}

function shiftWords(ordered: readonly RunPoint[]): string {
	if (ordered.length < fewestToSay)
		return `These are too few values to say whether there is a shift: it takes ${fewestToSay}.`;
	const shifts = findShifts(ordered);
	const shift = shifts.at(-1);
	if (!shift)
		return 'There is no shift: nowhere do six or more values in a row lie on one side of the median.';
	const earlier = shifts.length > 1 ? ` It is the last of ${small(shifts.length)}.` : '';
	return `There is a shift: ${small(shift.count)} values in a row, from ${longDate(shift.from)} to ${longDate(shift.to)}, lie ${shift.side} the median, more than chance would lead one to expect.${earlier}`;
}

const valueAt = ({ day, value }: RunPoint) => `${valueWords(value)} on ${longDate(day)}`;

const numbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const small = (count: number) => numbers[count] ?? String(count);
const capital = (count: number) => small(count).replace(/^./, (letter) => letter.toUpperCase());

export type RunRow = { day: string; value: string; side: string };

/** The table beside the chart: every value, and on which side of the median it lies. */
export function runRows(points: readonly RunPoint[]): RunRow[] {
	const median = medianOf(points);
	return inOrder(points).map(({ day, value }) => ({
		day: longDate(day),
		value: valueWords(value),
		side: value === median ? 'on it' : value > median! ? 'above' : 'below'
	}));
}
