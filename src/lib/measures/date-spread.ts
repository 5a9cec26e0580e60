/** What the answers to a question for a date amount to: how many, from when to when, the one in the middle, by quarter. */
import type { Tally } from './measure.ts';

export type DateSpread = {
	given: number;
	/** ISO dates. */
	earliest: string;
	/** Half of the dates lie on or before it: the lower of the two in the middle, where there are two. */
	median: string;
	latest: string;
	/** Each quarter from the first to the last date, empty ones too: `2017, July to September`. */
	quarters: { name: string; count: number }[];
};

const quarterNames = ['January to March', 'April to June', 'July to September', 'October to December'];
/** More than ten years of quarters would say less than the years do, and a slip in one date would make hundreds. */
const mostQuarters = 40;

/** The spread of the dates in a tally; null when no date was given. Quarters are left out where they span over ten years. */
export function spreadDates({ answers }: Pick<Tally, 'answers'>): DateSpread | null {
	const dates = answers
		.flatMap(({ word, count }) => Array.from({ length: count }, () => word))
		.sort((a, b) => (a < b ? -1 : 1));
	if (dates.length === 0) return null;
	const [earliest, latest] = [dates[0]!, dates.at(-1)!];
	return {
		given: dates.length,
		earliest,
		median: dates[Math.floor((dates.length - 1) / 2)]!,
		latest,
		quarters: countQuarters(dates, quarterOf(earliest), quarterOf(latest))
	};
}

function countQuarters(dates: readonly string[], first: number, last: number): DateSpread['quarters'] {
	if (last - first >= mostQuarters) return [];
	return Array.from({ length: last - first + 1 }, (_, step) => {
		const quarter = first + step;
		return {
			name: `${Math.floor(quarter / 4)}, ${quarterNames[quarter % 4]}`,
			count: dates.filter((date) => quarterOf(date) === quarter).length
		};
	});
}

/** Quarters counted through the years: `2018-05-02` → 2018 × 4 + 1. */
function quarterOf(date: string): number {
	return Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3);
}
