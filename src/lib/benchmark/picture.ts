/**
 * What is shown beside one's own value: the others of a group without oneself, and the picture of a standard, change
 * or theme added up from those of its components that are shown. Nothing here goes beyond what a release holds.
 */
import type { Cell } from './cell.ts';
import type { GroupResult, ReleaseCell } from './release.ts';
import { isCount, isShare, isStep, type Value } from './value.ts';

/** A group with its own member taken out. */
export type Others = GroupResult;

export type ShareGroup = Extract<GroupResult, { base: number }>;
export type StepGroup = Extract<GroupResult, { counts: number[] }>;
export type CountGroup = Extract<GroupResult, { total: number }>;

export const isShareGroup = (group: GroupResult): group is ShareGroup => 'base' in group;
export const isStepGroup = (group: GroupResult): group is StepGroup => 'counts' in group;
export const isCountGroup = (group: GroupResult): group is CountGroup => 'total' in group;

/**
 * The others of a published group: its totals less one's own value. Totals of records are rounded, so what is left is
 * about right and is kept within what is possible. Null where nothing is left, or the value is of another kind.
 */
export function othersOf(
	group: GroupResult,
	own: Value | null,
	{ steps }: Pick<Cell, 'steps'>
): Others | null {
	if (own === null) return group;
	const partnerships = group.partnerships - 1;
	if (partnerships < 1) return null;
	if (isShareGroup(group) && isShare(own)) {
		const base = group.base - own.base;
		if (base < 1) return null;
		return { partnerships, base, positive: Math.min(Math.max(group.positive - own.positive, 0), base) };
	}
	if (isStepGroup(group) && isStep(own)) {
		const place = own.step - (steps?.[0] ?? 0);
		const counts = group.counts.map((count, at) => (at === place ? Math.max(count - 1, 0) : count));
		return { partnerships, counts };
	}
	if (isCountGroup(group) && isCount(own))
		return { partnerships, total: Math.max(group.total - own.count, 0) };
	return null;
}

/** How the components of a standard or change lie over the stages, in one's own review and in a group. */
export type StagePicture = {
	/** How many are at each stage, from the first; components of one's own, or components times partnerships. */
	counts: number[];
	/** Sum of the counts. */
	values: number;
	/** How many of the components are told of here, and how many there are. */
	shown: number;
	components: number;
};

/** One's own: the stages of those components that have a value. */
export function ownPicture(cells: readonly ReleaseCell[], own: ReadonlyMap<string, Value>): StagePicture {
	return added(
		cells,
		cells.map(({ cell }) => {
			const value = own.get(cell.id);
			if (!value || !isStep(value) || !cell.steps) return null;
			const place = value.step - cell.steps[0];
			return Array.from({ length: lengthOf(cell) }, (_, at) => (at === place ? 1 : 0));
		})
	);
}

/**
 * A group's, of those of the components that are shown for it; less one's own values. Null where none is shown.
 */
export function groupPicture(
	cells: readonly ReleaseCell[],
	group: string,
	own: ReadonlyMap<string, Value>
): StagePicture | null {
	const picture = added(
		cells,
		cells.map(({ cell, groups }) => {
			const result = groups[group];
			const others = result && othersOf(result, own.get(cell.id) ?? null, cell);
			return others && isStepGroup(others) ? others.counts : null;
		})
	);
	return picture.shown === 0 ? null : picture;
}

const lengthOf = ({ steps }: Cell) => (steps ? steps[1] - steps[0] + 1 : 0);

function added(cells: readonly ReleaseCell[], told: readonly (readonly number[] | null)[]): StagePicture {
	const length = Math.max(0, ...cells.map(({ cell }) => lengthOf(cell)));
	const shown = told.filter((counts) => counts !== null);
	const counts = Array.from({ length }, (_, at) => shown.reduce((sum, each) => sum + (each[at] ?? 0), 0));
	return {
		counts,
		values: counts.reduce((sum, count) => sum + count, 0),
		shown: shown.length,
		components: cells.length
	};
}
