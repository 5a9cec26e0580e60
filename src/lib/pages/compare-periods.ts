/**
 * Releases put side by side as periods: several of one period are no development, so the newest of them speaks for it,
 * and where that does not show a side, the newest that does.
 */
import { dateRange, longDate } from '#lib/reports/dates.ts';
import { sidesOf, type CompareView, type Side } from './compare-view.ts';
import { dayOf } from './times.ts';

export type OverPoint = {
	/** Between 0 and 1; null where it cannot be drawn. */
	share: number | null;
	/** The same in words, and out of which release where that is not the newest of its period; “not shown”. */
	words: string;
};

export type OverPeriod = {
	/** `1 April 2024 to 31 March 2025`: the days in which the periods of its reviews end. */
	days: string;
	/** The last of them, short: `Mar 2025`. */
	end: string;
	/** The newest release of the period. */
	number: number;
	title: string;
	/** When that was published. */
	published: string;
	/** Older ones of the period that show what it does not, the newest first. */
	older: number[];
};

export type OverReleases = {
	/** Oldest first. */
	periods: OverPeriod[];
	series: { side: Side; points: OverPoint[] }[];
	/** What the drawn share is of; empty where nothing is drawn. */
	what: string;
};

/** Null where there is nothing to show, or where a side has no value. */
export type Told = { share: number | null; words: string } | null;

/** `tell`: what a release says of each side; null where it does not hold it at all. */
export function overPeriods(
	views: readonly CompareView[],
	what: string,
	tell: (view: CompareView) => ((side: Side) => Told) | null
): OverReleases {
	const told = periodsOf(views).flatMap((ofPeriod) => {
		const telling = ofPeriod.flatMap((view) => {
			const pointOf = tell(view);
			return pointOf ? [{ view, pointOf }] : [];
		});
		return telling.length > 0 ? [{ newest: ofPeriod[0]!, telling }] : [];
	});
	// A partnership has the same sides in every release; the newest says how they are called.
	const sides = views.length > 0 ? sidesOf(views.at(-1)!) : [];
	return {
		what,
		periods: told.map(({ newest, telling }) => ({
			...describePeriod(newest),
			older: [...new Set(sides.flatMap((side) => firstTold(telling, side)?.number ?? []))]
				.filter((number) => number !== newest.number)
				.sort((a, b) => b - a)
		})),
		series: sides.map((side) => ({
			side,
			points: told.map(({ newest, telling }): OverPoint => {
				const found = firstTold(telling, side);
				if (!found) return { share: null, words: side.mark === 'own' ? 'no value' : 'not shown' };
				const { point, number } = found;
				return number === newest.number ? point : { ...point, words: `${point.words} (release ${number})` };
			})
		}))
	};
}

/** What the first of these releases that shows a side says of it, and which that is. */
function firstTold(
	telling: readonly { view: CompareView; pointOf: (side: Side) => Told }[],
	side: Side
): { point: OverPoint; number: number } | null {
	for (const { view, pointOf } of telling) {
		const point = pointOf(side);
		if (point) return { point, number: view.number };
	}
	return null;
}

/** The releases of each period, the newest first; the periods in their order. */
function periodsOf(views: readonly CompareView[]): CompareView[][] {
	const byDays = Map.groupBy(views, ({ release: { from, to } }) => `${to} ${from}`);
	return [...byDays]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, ofPeriod]) => ofPeriod.toSorted((a, b) => b.number - a.number));
}

const describePeriod = ({
	number,
	release: { title, from, to },
	publishedAt
}: CompareView): Omit<OverPeriod, 'older'> => ({
	...{ number, title, days: dateRange(from, to), published: longDate(dayOf(publishedAt)) },
	end: shortMonth(to)
});

/** `2025-03-31` as `Mar 2025`. */
const shortMonth = (day: string) => longDate(day).replace(/^\d+ (\w{3})\w* /, '$1 ');
