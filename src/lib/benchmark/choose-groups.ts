/**
 * Which groups of one cell may be shown: the choice that shows most, among those under which nothing that was ever
 * published tells too much. Groups are fixed: the families, which do not overlap, and Scotland.
 */
import { atomsOf } from './atoms.ts';
import { contributionKey, type Contribution } from './cell.ts';
import { familyGroup, scotland, type WhyHeldBack } from './release.ts';
import type { Rules } from './rules.ts';
import { tellsTooMuch } from './tells-too-much.ts';

/** A group that was published of the same cell before. */
export type PublishedBefore = readonly Contribution[];

export type ChosenGroups = {
	/** By id, the contributions of each group that is shown. */
	shown: Map<string, Contribution[]>;
	heldBack: { group: string; partnerships: number; why: WhyHeldBack }[];
	/** Partnerships that are shown by name. */
	named: Set<string>;
	/** That agreed to be named, and are not: their name would tell what a total holds. */
	unnamed: string[];
};

type Shared = {
	contributions: readonly Contribution[];
	/** Numbers of all families, also of those where nobody shares. */
	families: readonly number[];
	before: readonly PublishedBefore[];
	/** Keys of contributions that an earlier release showed by name. */
	namedBefore: ReadonlySet<string>;
	rules: Rules;
};

/** The contributions of each group, by its id: the families in the order of their numbers, then Scotland. */
export function groupsOf(
	contributions: readonly Contribution[],
	families: readonly number[]
): Map<string, Contribution[]> {
	return new Map([
		...families.map((family): [string, Contribution[]] => [
			familyGroup(family),
			contributions.filter((each) => each.family === family)
		]),
		[scotland, [...contributions]]
	]);
}

/** Chooses. The same input gives the same choice; at worst no group is shown. */
export function chooseGroups({ contributions, families, before, namedBefore, rules }: Shared): ChosenGroups {
	const groups = groupsOf(contributions, families);
	const { named, unnamed } = chooseNames(contributions, before, namedBefore, rules);
	const known = new Set([
		...namedBefore,
		...contributions.filter(({ partnership }) => named.has(partnership)).map(contributionKey)
	]);
	const isLarge = (group: readonly Contribution[]) => group.length >= rules.others + 1;
	const candidates = [...groups].filter(([, group]) => isLarge(group)).map(([id]) => id);
	const safe = (ids: readonly string[], history = before) =>
		isSafe([...history, ...ids.map((id) => groups.get(id)!)], known, rules, history);
	const chosen = subsetsByWorth(candidates, groups).find((ids) => safe(ids)) ?? [];
	const heldBack = [...groups]
		.filter(([id, group]) => !chosen.includes(id) && group.length > 0)
		.map(([group, { length: partnerships }]) => ({ group, partnerships, why: whyNot(group) }));
	return { shown: new Map(chosen.map((id) => [id, groups.get(id)!])), heldBack, named, unnamed };

	function whyNot(id: string): WhyHeldBack {
		if (!candidates.includes(id)) return 'too-few';
		if (!safe([id], [])) return 'would-narrow';
		return safe([id]) ? 'gives-another-away' : 'earlier-release';
	}
}

/**
 * Whether nothing can be worked out of these groups that tells too much. `told`: groups that are out already. What they
 * tell by themselves is known, and nothing of it is taken back by showing less; it may have been published under rules
 * that asked for less than these.
 */
export function isSafe(
	groups: readonly (readonly Contribution[])[],
	known: ReadonlySet<string>,
	rules: Rules,
	told: readonly (readonly Contribution[])[] = []
): boolean {
	const out = new Set(atomsOf(told).map(nameOf));
	return areSafe(
		atomsOf(groups).filter((atom) => !out.has(nameOf(atom))),
		known,
		rules
	);
}

const nameOf = (atom: readonly Contribution[]) => atom.map(contributionKey).sort().join(' ');

function areSafe(atoms: readonly Contribution[][], known: ReadonlySet<string>, rules: Rules): boolean {
	return atoms.every((atom) => {
		const unnamed = atom.filter((contribution) => !known.has(contributionKey(contribution)));
		if (unnamed.length === 0) return true;
		if (atom.length < rules.others + 1 || unnamed.length < rules.unnamedOthers + 1) return false;
		return !tellsTooMuch(
			unnamed.map(({ value }) => value),
			rules
		);
	});
}

/**
 * A name tells a value, and so narrows what earlier totals may hold: it is shown only where those stay safe. One by
 * one, in the order of their codes; and a name that was shown before is known anyhow.
 */
function chooseNames(
	contributions: readonly Contribution[],
	before: readonly PublishedBefore[],
	namedBefore: ReadonlySet<string>,
	rules: Rules
): { named: Set<string>; unnamed: string[] } {
	const known = new Set(namedBefore);
	const atoms = atomsOf(before);
	const named = new Set<string>();
	const unnamed: string[] = [];
	const willing = contributions.filter(({ named }) => named);
	for (const contribution of willing.toSorted((a, b) => (a.partnership < b.partnership ? -1 : 1))) {
		const key = contributionKey(contribution);
		const around = atoms.filter((atom) => atom.some((each) => contributionKey(each) === key));
		if (known.has(key) || areSafe(around, new Set([...known, key]), rules)) {
			known.add(key);
			named.add(contribution.partnership);
		} else unnamed.push(contribution.partnership);
	}
	return { named, unnamed };
}

/**
 * Every choice of groups, best first: each partnership counts once for its family and once for Scotland, and at equal
 * worth Scotland is preferred, then the families with lower numbers.
 */
function subsetsByWorth(ids: readonly string[], groups: ReadonlyMap<string, Contribution[]>): string[][] {
	const subsets = ids.reduce<string[][]>(
		(found, id) => [...found, ...found.map((each) => [...each, id])],
		[[]]
	);
	const worth = (subset: string[]) => subset.reduce((sum, id) => sum + groups.get(id)!.length, 0);
	const place = (subset: string[]) =>
		subset
			.map((id) => (id === scotland ? '' : id))
			.toSorted()
			.join(' ');
	return subsets.toSorted((a, b) => worth(b) - worth(a) || (place(a) < place(b) ? -1 : 1));
}
