/** How something was over the releases: one point for each release and side, where it was asked in the same way. */
import { isStepGroup } from '#lib/benchmark/picture.ts';
import type { ReleaseCell } from '#lib/benchmark/release.ts';
import { isCount, isStep } from '#lib/benchmark/value.ts';
import { isCountGroup } from '#lib/benchmark/picture.ts';
import { formatPercent } from '#lib/measures/figures.ts';
import { longDate } from '#lib/reports/dates.ts';
import { describePicture, farIn } from './compare-picture.ts';
import { othersShare, ownShare } from './compare-share.ts';
import { stepsOf } from './compare-steps.ts';
import { othersIn, ownValueOf, sidesOf, type CompareView, type Side } from './compare-view.ts';
import { dayOf } from './times.ts';

export type OverPoint = {
	/** Between 0 and 1; null where it cannot be drawn. */
	share: number | null;
	/** The same in words; “not shown” where a group is not. */
	words: string;
};

export type OverReleases = {
	/** Oldest first. */
	releases: { number: number; title: string; day: string }[];
	series: { side: Side; points: OverPoint[] }[];
	/** What the drawn share is of. */
	what: string;
};

const none: OverPoint = { share: null, words: 'not shown' };

/** `views`: of all releases, oldest first; those without the cell in this version are left out. */
export function shareOver(views: readonly CompareView[], now: ReleaseCell): OverReleases {
	return over(views, now, 'share of positive answers', (view, released, side) => {
		const share = side.mark === 'own' ? ownShare(view, released) : othersShare(view, released, side.id);
		if (!share) return none;
		const value = share.positive / share.base;
		return {
			share: value,
			words: `${share.positive} of ${share.base}, ${formatPercent(value, view.scales.quantity)}`
		};
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
			return name ? { share: null, words: name } : { share: null, words: 'no value' };
		}
		const others = othersIn(view, released, side.id);
		if (!others || !isStepGroup(others)) return none;
		const far = others.counts.slice(3).reduce((sum, count) => sum + count, 0);
		return { share: far / others.partnerships, words: `${far} of ${others.partnerships}` };
	});
}

/** Recommendations: in words only. */
export function countsOver(views: readonly CompareView[], now: ReleaseCell): OverReleases {
	return over(views, now, 'recommendations', (view, released, side) => {
		if (side.mark === 'own') {
			const own = ownValueOf(view, released);
			return { share: null, words: own && isCount(own) ? String(own.count) : 'no value' };
		}
		const others = othersIn(view, released, side.id);
		if (!others || !isCountGroup(others)) return none;
		return { share: null, words: `${others.total} in ${others.partnerships}` };
	});
}

/** Of a standard or change: the components at initial or full implementation. `cellsOf`: its components in a release. */
export function pictureOver(
	views: readonly CompareView[],
	cellsOf: (view: CompareView) => readonly ReleaseCell[]
): OverReleases {
	const told = views.flatMap((view) => {
		const picture = describePicture(view, cellsOf(view));
		return picture ? [{ view, picture }] : [];
	});
	return {
		what: 'share of components at initial or full implementation',
		releases: told.map(({ view }) => releaseOf(view)),
		series: sidesOfAll(views).map((side) => ({
			side,
			points: told.map(({ view, picture }) => {
				const row = picture.rows.find((each) => each.side.id === side.id);
				if (!row?.picture) return side.mark === 'own' ? { share: null, words: 'no value' } : none;
				const { values } = row.picture;
				const share = farIn(row.picture) / values;
				return {
					share,
					words: `${farIn(row.picture)} of ${values}, ${formatPercent(share, view.scales.quantity)}`
				};
			})
		}))
	};
}

const releaseOf = ({ number, release, publishedAt }: CompareView) => ({
	number,
	title: release.title,
	day: longDate(dayOf(publishedAt))
});

/** A partnership has the same sides in every release; the newest says how they are called. */
const sidesOfAll = (views: readonly CompareView[]): Side[] =>
	views.length > 0 ? sidesOf(views.at(-1)!) : [];

function over(
	views: readonly CompareView[],
	{ cell: { id, version } }: ReleaseCell,
	what: string,
	pointOf: (view: CompareView, released: ReleaseCell, side: Side) => OverPoint
): OverReleases {
	const told = views.flatMap((view) => {
		const released = view.release.cells.find(({ cell }) => cell.id === id && cell.version === version);
		return released ? [{ view, released }] : [];
	});
	return {
		what,
		releases: told.map(({ view }) => releaseOf(view)),
		series: sidesOfAll(views).map((side) => ({
			side,
			points: told.map(({ view, released }) => pointOf(view, released, side))
		}))
	};
}
