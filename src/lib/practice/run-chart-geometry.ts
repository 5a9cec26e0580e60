/**
 * Where everything of a run chart stands: x in per cent of the plot's width, so that it is fluid and never distorted,
 * y in pixels from its top. Days stand as far apart as they are.
 */
import { findShifts, inOrder, medianOf, valueWords, type RunPoint } from './run-chart.ts';

export type RunLine = { words: string; value: string; y: number; labelY: number };

export type RunDrawing = {
	/** Pixels. */
	height: number;
	points: { x: number; y: number }[];
	/** Values beside which a faint rule is drawn, from the lowest. */
	ticks: { label: string; y: number }[];
	/** Median and, where there is one, target; their labels keep apart. */
	lines: { median: RunLine; target: RunLine | null };
	/** From the first to the last value of each shift. */
	shifts: { x: number; width: number }[];
	/** First and last day; null where there is only one. */
	days: { first: string; last: string | null };
};

const height = 190;
/** Room above and below for discs and for the two lines of a label. */
const edge = 22;
/** What a label of two lines needs. */
const labelRoom = 34;
const side = 2.5;

/** The drawing of at least one value; null without any. `target`: in the unit of the values. */
export function drawRunChart(points: readonly RunPoint[], target: number | null): RunDrawing | null {
	const ordered = inOrder(points);
	const [first, last] = [ordered[0], ordered.at(-1)];
	const median = medianOf(ordered);
	if (!first || !last || median === null) return null;
	const ticks = niceTicks([...ordered.map(({ value }) => value), ...(target === null ? [] : [target])]);
	const [low, high] = [ticks[0]!, ticks.at(-1)!];
	const yOf = (value: number) => round(height - edge - ((value - low) / (high - low)) * (height - 2 * edge));
	const [from, days] = [dayNumber(first.day), dayNumber(last.day) - dayNumber(first.day)];
	const xOf = (day: string) =>
		days === 0 ? 50 : round(side + ((dayNumber(day) - from) / days) * (100 - 2 * side));
	const lineAt = (words: string, value: number): RunLine => {
		const y = yOf(value);
		return { words, value: valueWords(value), y, labelY: y };
	};
	return {
		height,
		points: ordered.map(({ day, value }) => ({ x: xOf(day), y: yOf(value) })),
		ticks: ticks.map((value) => ({ label: valueWords(value), y: yOf(value) })),
		lines: keptApart(lineAt('Median', median), target === null ? null : lineAt('Target', target)),
		shifts: findShifts(ordered).map((shift) => ({
			x: xOf(shift.from),
			width: round(xOf(shift.to) - xOf(shift.from))
		})),
		days: { first: first.day, last: days === 0 ? null : last.day }
	};
}

/** Whole steps of 1, 2 or 5 that hold all values: three to six of them. */
export function niceTicks(values: readonly number[]): number[] {
	let [low, high] = [Math.min(...values), Math.max(...values)];
	if (high - low <= 1e-9 * Math.max(1, Math.abs(low), Math.abs(high))) {
		// One value only, as far as a chart can tell: leave it in the middle, and never go below nothing for a count.
		const reach = Math.max(1, Math.abs(low) / 2);
		[low, high] = [low >= 0 ? Math.max(0, low - reach) : low - reach, high + reach];
	}
	const rough = (high - low) / 4;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough * (1 - 1e-9))!;
	const [bottom, top] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
	return Array.from({ length: top - bottom + 1 }, (_, at) => Number(((bottom + at) * step).toPrecision(12)));
}

function keptApart(median: RunLine, target: RunLine | null): RunDrawing['lines'] {
	if (!target) return { median, target };
	const missing = labelRoom - Math.abs(median.y - target.y);
	if (missing <= 0) return { median, target };
	const [upper, lower] = median.y < target.y ? [median, target] : [target, median];
	const middle = Math.min(Math.max((upper.y + lower.y) / 2, labelRoom), height - labelRoom);
	upper.labelY = round(middle - labelRoom / 2);
	lower.labelY = round(middle + labelRoom / 2);
	return { median, target };
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const round = (value: number) => Math.round(value * 100) / 100;
