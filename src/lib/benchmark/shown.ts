/** How much a release shows, and whether another of the same period shows less. Counts of cells only, never a value. */
import { scotland, type Release, type ReleaseCell } from './release.ts';
import { resultKinds, type ResultKind } from './result-kinds.ts';

/** For how many cells of a kind a group (its id) was shown in one release, and is in another. */
export type ShownLess = { kind: ResultKind; group: string; before: number; now: number };

const shownCount = (cells: readonly ReleaseCell[], kind: ResultKind, group: string) =>
	cells.filter(({ cell, groups }) => cell.kind === kind && group in groups).length;

/** Of which kinds and groups `now` shows fewer cells than `before` did; kinds in their order, Scotland first. */
export function shownLess(
	before: Pick<Release, 'cells' | 'groups'>,
	now: Pick<Release, 'cells'>
): ShownLess[] {
	const families = before.groups.map(({ id }) => id).filter((id) => id !== scotland);
	const groups = [scotland, ...families];
	return resultKinds
		.flatMap((kind) =>
			groups.map((group) => ({
				kind,
				group,
				before: shownCount(before.cells, kind, group),
				now: shownCount(now.cells, kind, group)
			}))
		)
		.filter((each) => each.now < each.before);
}

/** How many groups a release shows over all of its cells: of one kind, or of all. */
export const groupsShown = ({ cells }: Pick<Release, 'cells'>, kind: ResultKind | null = null): number =>
	cells
		.filter(({ cell }) => kind === null || cell.kind === kind)
		.reduce((sum, { groups }) => sum + Object.keys(groups).length, 0);

/** Whether of some kind more than a tenth of what `before` showed is not there. */
export const showsClearlyLess = (before: Pick<Release, 'cells'>, now: Pick<Release, 'cells'>): boolean =>
	resultKinds.some((kind) => groupsShown(now, kind) * 10 < groupsShown(before, kind) * 9);
