/**
 * How something was over the periods that releases are of: one point for each period and side, where it was asked in the
 * same way. Several releases of one period are no development: the newest of them speaks for it, and where that does
 * not show a side, the newest that does.
 */
import { isCountGroup, isStepGroup } from '#lib/benchmark/picture.ts';
import type { ReleaseCell } from '#lib/benchmark/release.ts';
import { isCount, isStep } from '#lib/benchmark/value.ts';
import { formatPercent } from '#lib/measures/figures.ts';
import { dateRange, longDate } from '#lib/reports/dates.ts';
import { describePicture, farIn } from './compare-picture.ts';
import { othersShare, ownShare } from './compare-share.ts';
import { shareWords } from './compare-share-words.ts';
import { stepsOf } from './compare-steps.ts';
import { othersIn, ownValueOf, sidesOf, type CompareView, type Side } from './compare-view.ts';
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
type Told = { share: number | null; words: string } | null;

/** `views`: of all releases, oldest first; those without the cell in this version are left out. */
export function shareOver(views: readonly CompareView[], now: ReleaseCell): OverReleases {
	return over(views, now, 'share of positive answers', (view, released, side) => {
		const own = side.mark === 'own';
		const share = own ? ownShare(view, released) : othersShare(view, released, side.id);
		if (!share) return null;
		const { kOfN, percent } = shareWords(view, share, own);
		return { share: share.positive / share.base, words: `${kOfN}, ${percent}` };
	});
}

/** Of stages and evaluations: how many of the others are at the fourth step or beyond, and one's own in words. */
export function stepsOver(views: readonly CompareView[], now: ReleaseCell): OverReleases {
	const reached = views.at(-1) ? stepsOf(views.at(-1)!, now)[3]!.name : '';
	const what = `share of partnerships at “${reached}” or beyond`;
	return over(views, now, what, (view, released, side) => {
		if (side.mark === 'own') {
			const own = ownValueOf(view, released);
			const step = own && isStep(own) ? own.step : null;
			const name = stepsOf(view, released).find((each) => each.step === step)?.name;
			return name ? { share: null, words: name } : null;
		}
		const others = othersIn(view, released, side.id);
		if (!others || !isStepGroup(others)) return null;
		const far = others.counts.slice(3).reduce((sum, count) => sum + count, 0);
		return { share: far / others.partnerships, words: `${far} of ${others.partnerships}` };
	});
}

/** Recommendations: in words only. */
export function countsOver(views: readonly CompareView[], now: ReleaseCell): OverReleases {
	return over(views, now, '', (view, released, side) => {
		if (side.mark === 'own') {
			const own = ownValueOf(view, released);
			return own && isCount(own) ? { share: null, words: String(own.count) } : null;
		}
		const others = othersIn(view, released, side.id);
		if (!others || !isCountGroup(others)) return null;
		return { share: null, words: `${others.total} in ${others.partnerships}` };
	});
}

/** Of a standard or change: the components at initial or full implementation. `cellsOf`: its components in a release. */
export function pictureOver(
	views: readonly CompareView[],
	cellsOf: (view: CompareView) => readonly ReleaseCell[]
): OverReleases {
	return overPeriods(views, 'share of components at initial or full implementation', (view) => {
		const picture = describePicture(view, cellsOf(view));
		return (
			picture &&
			((side) => {
				const row = picture.rows.find((each) => each.side.id === side.id);
				if (!row?.picture) return null;
				const { values } = row.picture;
				const share = farIn(row.picture) / values;
				return {
					share,
					words: `${farIn(row.picture)} of ${values}, ${formatPercent(share, view.scales.quantity)}`
				};
			})
		);
	});
}

function over(
	views: readonly CompareView[],
	{ cell: { id, version } }: ReleaseCell,
	what: string,
	pointOf: (view: CompareView, released: ReleaseCell, side: Side) => Told
): OverReleases {
	return overPeriods(views, what, (view) => {
		const released = view.release.cells.find(({ cell }) => cell.id === id && cell.version === version);
		return released ? (side) => pointOf(view, released, side) : null;
	});
}

/** `tell`: what a release says of each side; null where it does not hold it at all. */
function overPeriods(
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
