/**
 * Which strata of a survey are not shown, so that nobody can be recognised in a group of fewer than five: the small
 * ones, and further ones until no sum or difference of what is shown tells how many such a group has. The whole is
 * always shown. What this does not cover stands in docs/method.md.
 */
import type { Source } from '#lib/evidence/source.ts';
import { recoverable, smallGroupIn, type CountedAtom } from './recoverable.ts';

/** A group with fewer, but not nobody, is small. */
export const smallestShown = 5;

/**
 * Where people answered for themselves, and were promised that nobody would know them by it. The issue of who can be
 * recognised is the same for people who use support as for staff and carers. A case file speaks for itself: whoever
 * reads it knows it already, and its reference is a pseudonym.
 */
const protectedKinds: readonly Source['kind'][] = [
	'staff-survey',
	'unpaid-carer-questionnaire',
	'supported-person-questionnaire'
];

export function protectsSmallGroups(kind: Source['kind']): boolean {
	return protectedKinds.includes(kind);
}

/** Records with the same stratum in every column. Per question: who gave any answer, and who is in the base. */
export type Atom = {
	/** A stratum for each column, in the order of the columns. */
	strata: readonly string[];
	records: number;
	answered: readonly number[];
	inBase: readonly number[];
};

/** Column → the strata of it that are not shown. */
export type Hidden = ReadonlyMap<string, ReadonlySet<string>>;

export type HiddenGroups = {
	/** Not shown for any question, and nothing can be filtered by them. */
	everywhere: Hidden;
	/** By the place of the question; each holds those of `everywhere`. */
	questions: readonly Hidden[];
};

export function isHidden(hidden: Hidden, column: string, stratum: string): boolean {
	return hidden.get(column)?.has(stratum) ?? false;
}

/**
 * Over all columns at once, since a team can be worked out from its locality. A question is judged by three counts:
 * of records, of answers, and of the base; what is safe for one need not be for the next. The same atoms give the
 * same strata, in whatever order they come.
 */
export function hideSmallGroups(columns: readonly string[], atoms: readonly Atom[]): HiddenGroups {
	const questions = atoms[0]?.answered.length ?? 0;
	const everywhere = hide(columns, atoms, [atoms.map(({ records }) => records)], new Map());
	const seen = new Map<string, Hidden>();
	const ofQuestion = (question: number): Hidden => {
		const counts = [
			atoms.map(({ answered }) => answered[question]!),
			atoms.map(({ inBase }) => inBase[question]!)
		];
		const key = counts.join(';');
		const hidden = seen.get(key) ?? hide(columns, atoms, counts, everywhere);
		seen.set(key, hidden);
		return hidden;
	};
	return { everywhere, questions: Array.from({ length: questions }, (_, question) => ofQuestion(question)) };
}

/** More than these, and the finest column is not shown at all: no review needs it, and the check would take long. */
const mostStrata = 300;
const mostAtoms = 600;

/** `counts`: for each way of counting, how many of each atom. */
function hide(
	columns: readonly string[],
	atoms: readonly Pick<Atom, 'strata'>[],
	counts: readonly (readonly number[])[],
	before: Hidden
): Hidden {
	const hidden = new Map(columns.map((column) => [column, new Set(before.get(column))]));
	const cells = listCells(columns, atoms, counts);
	const shown = () => cells.filter(({ column, stratum }) => !hidden.get(column)!.has(stratum));
	const drop = ({ column, stratum }: Cell) => hidden.get(column)!.add(stratum);

	if (counts.some((each) => isSmall(total(each)))) for (const cell of cells) drop(cell);
	for (const cell of cells) if (cell.sizes.some(isSmall)) drop(cell);
	while (shown().length > mostStrata || mergedCount(columns, atoms, hidden) > mostAtoms) {
		const finest = [...Map.groupBy(shown(), ({ column }) => column).values()].sort(
			(a, b) => b.length - a.length
		)[0]!;
		finest.forEach(drop);
	}
	counts.forEach((each, counting) => {
		// The whole is shown whatever it is, and tells of itself alone.
		if (isSmall(total(each))) return;
		const counted = (): CountedAtom[] => merge(columns, atoms, each, hidden);
		for (let group = smallGroupIn(counted()); group; group = smallGroupIn(counted())) {
			const candidates = shown()
				.filter(({ sizes }) => sizes[counting]! > 0)
				.sort((a, b) => a.sizes[counting]! - b.sizes[counting]!);
			drop(candidates.find((cell) => !tellsWithout(cell, group!)) ?? candidates[0]!);
		}
		/** Whether the group could still be worked out if the cell were not shown. */
		function tellsWithout(cell: Cell, group: readonly number[]): boolean {
			const without = new Map(hidden).set(cell.column, new Set([...hidden.get(cell.column)!, cell.stratum]));
			return recoverable(merge(columns, atoms, each, without), new Set(group));
		}
	});
	return hidden;
}

type Cell = { column: string; stratum: string; sizes: number[] };

function listCells(
	columns: readonly string[],
	atoms: readonly Pick<Atom, 'strata'>[],
	counts: readonly (readonly number[])[]
): Cell[] {
	return columns.flatMap((column, place) =>
		[...new Set(atoms.map(({ strata }) => strata[place]!))].sort().map((stratum) => ({
			column,
			stratum,
			sizes: counts.map((each) => total(each.filter((_, atom) => atoms[atom]!.strata[place] === stratum)))
		}))
	);
}

/** The atoms that somebody is in, those taken together that nothing shown tells apart. */
function merge(
	columns: readonly string[],
	atoms: readonly Pick<Atom, 'strata'>[],
	counts: readonly number[],
	hidden: Hidden
): CountedAtom[] {
	const merged = new Map<string, CountedAtom & { members: number[] }>();
	atoms.forEach(({ strata }, atom) => {
		if (counts[atom] === 0) return;
		const shown = strata.map((stratum, place) =>
			isHidden(hidden, columns[place]!, stratum) ? null : stratum
		);
		const key = JSON.stringify(shown);
		const known = merged.get(key) ?? { shown, count: 0, members: [] };
		known.members.push(atom);
		merged.set(key, { ...known, count: known.count + counts[atom]! });
	});
	return [...merged.values()];
}

function mergedCount(
	columns: readonly string[],
	atoms: readonly Pick<Atom, 'strata'>[],
	hidden: Hidden
): number {
	return merge(
		columns,
		atoms,
		atoms.map(() => 1),
		hidden
	).length;
}

function isSmall(count: number): boolean {
	return count > 0 && count < smallestShown;
}

function total(counts: readonly number[]): number {
	return counts.reduce((sum, count) => sum + count, 0);
}
