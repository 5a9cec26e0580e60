/** How something was over the periods that releases are of, where it was asked in the same way (compare-periods.ts). */
import { isCountGroup, isStepGroup } from '#lib/benchmark/picture.ts';
import type { ReleaseCell } from '#lib/benchmark/release.ts';
import { isCount, isStep } from '#lib/benchmark/value.ts';
import { formatPercent } from '#lib/measures/figures.ts';
import { describePicture, farIn } from './compare-picture.ts';
import { overPeriods, type OverReleases, type Told } from './compare-periods.ts';
import { othersShare, ownShare } from './compare-share.ts';
import { shareWords } from './compare-share-words.ts';
import { stepsOf } from './compare-steps.ts';
import { othersIn, ownValueOf, type CompareView, type Side } from './compare-view.ts';

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
