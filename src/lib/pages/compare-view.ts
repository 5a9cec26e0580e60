/** Who stands beside whom in a release: one's own partnership, the others of its family, the others of Scotland. */
import { othersOf, type Others } from '#lib/benchmark/picture.ts';
import { familyGroup, scotland, type Release, type ReleaseCell } from '#lib/benchmark/release.ts';
import type { Value } from '#lib/benchmark/value.ts';
import type { QuantityScale } from '#lib/frameworks/scales.ts';

export type Step = { step: number; name: string; descriptor: string };

/** One's own part in a release: exact, and shown to nobody else by this. */
export type OwnPart = {
	code: string;
	name: string;
	family: number;
	/** All that one is of, itself among them. */
	among: readonly { code: string; name: string }[];
	/** What it gave to the release, by id of the cell. */
	values: ReadonlyMap<string, Value>;
	/** What it has for the release's period and did not give: in no group, and shown to who sees its review alone. */
	alone: ReadonlyMap<string, Value>;
	/** Where one’s own records, stage or evaluation can be looked at, by id of the cell. */
	hrefs: ReadonlyMap<string, string>;
};

/** A release as somebody looks at it. */
export type CompareView = {
	number: number;
	/** ISO 8601. */
	publishedAt: string;
	release: Release;
	/** Null for somebody who is of no partnership. */
	own: OwnPart | null;
	scales: { quantity: QuantityScale; stages: readonly Step[]; evaluations: readonly Step[] };
	/** Whether it is the newest: then addresses need not name it. */
	newest: boolean;
	/** Number of an older release of the same period that shows clearly more; null where there is none. */
	fuller: number | null;
	/** Code of the partnership that was asked for, of several of one's own; null where the first is taken. */
	asked: string | null;
};

/** One row of a comparison. `name` stands beside its mark, `long` in tables and files. */
export type Side = {
	id: string;
	mark: 'own' | 'family' | 'scotland';
	name: string;
	long: string;
};

/**
 * In this order: oneself, one's family, Scotland; for somebody of no partnership the families and Scotland. Groups are
 * the others in them: one's own value is taken out wherever it is in.
 */
export function sidesOf({ own, release }: Pick<CompareView, 'own' | 'release'>): Side[] {
	const nameOf = (id: string) => release.groups.find((group) => group.id === id)?.name ?? id;
	if (!own)
		return release.groups.map(({ id, name }) => ({
			id,
			mark: id === scotland ? 'scotland' : 'family',
			name,
			long: name
		}));
	const family = familyGroup(own.family);
	return [
		{ id: 'own', mark: 'own', name: own.name, long: own.name },
		{ id: family, mark: 'family', name: 'Family', long: `${nameOf(family)}, the others` },
		{ id: scotland, mark: 'scotland', name: 'Scotland', long: `${nameOf(scotland)}, the others` }
	];
}

/** One's own value of a cell, in the release or not; or null. */
export const ownValueOf = ({ own }: Pick<CompareView, 'own'>, { cell }: ReleaseCell): Value | null =>
	own?.values.get(cell.id) ?? own?.alone.get(cell.id) ?? null;

/** The same, where it counts in the groups of the release. */
export const givenValueOf = ({ own }: Pick<CompareView, 'own'>, { cell }: ReleaseCell): Value | null =>
	own?.values.get(cell.id) ?? null;

/** The others of a group, as far as they are shown. */
export function othersIn(
	view: Pick<CompareView, 'own'>,
	released: ReleaseCell,
	group: string
): Others | null {
	const result = released.groups[group];
	return result ? othersOf(result, ownIn(view, released, group), released.cell) : null;
}

/** One's own value, where it is in the group. */
function ownIn(view: Pick<CompareView, 'own'>, released: ReleaseCell, group: string): Value | null {
	if (!view.own) return null;
	return group === scotland || group === familyGroup(view.own.family) ? givenValueOf(view, released) : null;
}

/** Why a group is not there, in words that tell no more. */
export const notShown = 'not shown: too few partnerships, or the numbers would say too much';

/** The cells that tell of an element, of one kind, in the order of the release. */
export function cellsAbout(
	release: Release,
	kind: ReleaseCell['cell']['kind'],
	elements: readonly string[]
): ReleaseCell[] {
	const asked = new Set(elements);
	return release.cells.filter(
		({ cell }) =>
			cell.kind === kind && (asked.has(cell.code) || cell.elements.some((code) => asked.has(code)))
	);
}

/** `8.10` after `8.9`. */
export const byCode = (a: ReleaseCell, b: ReleaseCell) =>
	(a.cell.instrument ?? '').localeCompare(b.cell.instrument ?? '', 'en') ||
	a.cell.code.localeCompare(b.cell.code, 'en', { numeric: true });
