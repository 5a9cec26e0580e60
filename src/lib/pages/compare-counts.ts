/** Recommendations on a theme beside others: counts, and how many that is for each partnership. */
import { isCountGroup } from '#lib/benchmark/picture.ts';
import type { ReleaseCell } from '#lib/benchmark/release.ts';
import { isCount } from '#lib/benchmark/value.ts';
import { notShown, othersIn, ownValueOf, sidesOf, type CompareView, type Side } from './compare-view.ts';

export type CountRow = { side: Side; words: string; partnerships: number; total: number | null };
export type CountsBeside = { message: { term: string; rest: string }; rows: CountRow[] };

const recommendations = (count: number) =>
	count === 0 ? 'no recommendations' : count === 1 ? '1 recommendation' : `${count} recommendations`;

export function describeCounts(view: CompareView, released: ReleaseCell): CountsBeside {
	const value = ownValueOf(view, released);
	const own = value && isCount(value) ? value.count : null;
	const rows = sidesOf(view).map((side): CountRow => {
		if (side.mark === 'own')
			return own === null
				? { side, words: 'no value of yours in this release', partnerships: 0, total: null }
				: { side, words: recommendations(own), partnerships: 1, total: own };
		const others = othersIn(view, released, side.id);
		if (!others || !isCountGroup(others)) return { side, words: notShown, partnerships: 0, total: null };
		const { partnerships, total } = others;
		return { side, words: `${recommendations(total)} in ${partnerships} partnerships`, partnerships, total };
	});
	const widest = rows.findLast(({ side, total }) => side.mark !== 'own' && total !== null);
	const first = own === null ? null : recommendations(own);
	const message = first
		? {
				term: first.charAt(0).toUpperCase() + first.slice(1),
				rest: widest ? `; ${widest.words} of the others in ${widest.side.name}` : ''
			}
		: { term: '', rest: widest ? `${widest.words} in ${widest.side.name}` : 'Nothing of it is shown' };
	return { message, rows };
}
