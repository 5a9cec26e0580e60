/** A standard or change beside others: how its components lie over the stages, added up from those that are shown. */
import { groupPicture, ownPicture, type StagePicture } from '#lib/benchmark/picture.ts';
import type { ReleaseCell } from '#lib/benchmark/release.ts';
import { phraseOf, spokenTerm } from '#lib/measures/term.ts';
import { formatPercent } from '#lib/measures/figures.ts';
import { notShown, sidesOf, type CompareView, type Side, type Step } from './compare-view.ts';

export type PictureRow = { side: Side; picture: StagePicture | null; without: string | null };

export type PictureBeside = {
	/** Components that are told of in the release at all. */
	components: number;
	steps: readonly Step[];
	message: { term: string; rest: string };
	rows: PictureRow[];
};

/** Stages from this place on are work that has reached people: initial and full implementation. */
const reached = 3;

/** How many of a picture are at initial or full implementation. */
export const farIn = ({ counts }: StagePicture) =>
	counts.slice(reached).reduce((sum, count) => sum + count, 0);

/** `cells`: of the components. Null when none of them is in the release. */
export function describePicture(view: CompareView, cells: readonly ReleaseCell[]): PictureBeside | null {
	if (cells.length === 0) return null;
	const values = new Map([...(view.own?.alone ?? []), ...(view.own?.values ?? [])]);
	const rows = sidesOf(view).map((side): PictureRow => {
		const picture =
			side.mark === 'own' ? ownPicture(cells, values) : groupPicture(cells, side.id, ownOf(view, side));
		// One component of thirteen is no picture of them all.
		const few = picture !== null && side.mark !== 'own' && picture.shown * 2 < picture.components;
		const empty = picture === null || picture.values === 0 || few;
		return {
			side,
			picture: empty ? null : picture,
			without: empty ? whyWithout(side, few) : null
		};
	});
	return { components: cells.length, steps: view.scales.stages, message: messageOf(view, rows), rows };
}

const whyWithout = ({ mark }: Side, few: boolean) =>
	mark === 'own'
		? 'no stage of yours in this release'
		: few
			? 'not shown together: fewer than half of the components are shown'
			: notShown;

/** One's own values, which are taken out of one's own family and Scotland only. */
function ownOf(view: CompareView, side: Side) {
	const empty = new Map();
	if (!view.own) return empty;
	return side.mark === 'scotland' || side.id === `family-${view.own.family}` ? view.own.values : empty;
}

/** “**Less than half** of the components are at initial or full implementation, 3 of 11; in Scotland 41%”. */
function messageOf(view: CompareView, rows: readonly PictureRow[]): PictureBeside['message'] {
	const of = rows[0]?.picture ? rows[0] : rows.findLast(({ picture }) => picture !== null);
	if (!of?.picture) return { term: '', rest: 'Nothing of it is shown in this release' };
	const far = farIn(of.picture);
	const phrase = phraseOf(spokenTerm(far, of.picture.values, view.scales.quantity)!);
	const term = phrase.trimEnd().replace(/ of$/, '');
	const own = of.side.mark === 'own';
	const widest = own ? rows.find(({ side, picture }) => side.mark === 'scotland' && picture)?.picture : null;
	const beside = widest
		? `; in Scotland ${formatPercent(farIn(widest) / widest.values, view.scales.quantity)}`
		: '';
	const what = own
		? `components are at initial or full implementation, ${far} of ${of.picture.values}`
		: `stages in ${of.side.name} are initial or full implementation, ${far} of ${of.picture.values}`;
	return { term, rest: `${phrase.slice(term.length)}${what}${beside}` };
}
