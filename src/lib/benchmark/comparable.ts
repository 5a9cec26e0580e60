/** What of the shared results can be compared: the same edition, question and scale, and one review of a partnership. */
import type { Cell, Contribution } from './cell.ts';
import type { LeftOut } from './release.ts';
import type { SharedResult } from './shared-result.ts';

/** A cell with the contributions to it, by partnership in the order of their codes. */
export type Comparable = { cell: Cell; contributions: Contribution[] };

/**
 * Of each cell the version that most partnerships have, at a tie the last by name; of each partnership the review whose
 * period ended last. What is not taken is told. Cells come in the order in which they are met.
 */
export function chooseComparable(results: readonly SharedResult[]): {
	cells: Comparable[];
	leftOut: LeftOut[];
} {
	const leftOut: LeftOut[] = [];
	const leave = (result: SharedResult, why: LeftOut['why']) =>
		leftOut.push({ cell: result.cell.id, partnership: result.partnership, review: result.review, why });
	const cells = [...Map.groupBy(results, ({ cell }) => cell.id).values()].map((ofCell) => {
		const versions = [...Map.groupBy(ofCell, ({ cell }) => cell.version).entries()];
		const partnershipsIn = (some: readonly SharedResult[]) =>
			new Set(some.map((each) => each.partnership)).size;
		const [chosen] = versions.toSorted(
			([a, ofA], [b, ofB]) => partnershipsIn(ofB) - partnershipsIn(ofA) || (a < b ? 1 : -1)
		)[0]!;
		for (const other of ofCell.filter(({ cell }) => cell.version !== chosen)) leave(other, 'another-version');
		const comparable = ofCell.filter(({ cell }) => cell.version === chosen);
		const latest = [...Map.groupBy(comparable, ({ partnership }) => partnership).values()].map((ofOne) => {
			const [last, ...older] = ofOne.toSorted(byPeriodThenName);
			for (const each of older) leave(each, 'newer-review');
			return last!;
		});
		return {
			cell: { ...latest[0]!.cell, sampled: latest.every(({ cell }) => cell.sampled) },
			contributions: latest
				.map(({ partnership, review, family, named, value }) => ({
					partnership,
					review,
					family,
					named,
					value
				}))
				.sort((a, b) => (a.partnership < b.partnership ? -1 : 1))
		};
	});
	return { cells, leftOut };
}

/** The review whose period ended last comes first. */
function byPeriodThenName(a: SharedResult, b: SharedResult): number {
	if (a.reviewTo !== b.reviewTo) return a.reviewTo < b.reviewTo ? 1 : -1;
	return a.review < b.review ? 1 : -1;
}
