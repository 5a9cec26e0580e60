/** Makes a release out of what is shared: what can be compared, which groups may be shown, and the numbers of those. */
import { contributionKey, type Contribution } from './cell.ts';
import { chooseGroups } from './choose-groups.ts';
import { chooseComparable, type Comparable } from './comparable.ts';
import { resultOf } from './group-result.ts';
import { methodNote } from './method-note.ts';
import {
	familyGroup,
	scotland,
	type Grounds,
	type GroundsCell,
	type HeldBack,
	type LeftOut,
	type MadeRelease,
	type ReleaseCell
} from './release.ts';
import type { Rules } from './rules.ts';
import type { SharedResult } from './shared-result.ts';

export type { SharedResult };

export type ReleaseInput = {
	example: boolean;
	title: string;
	from: string;
	to: string;
	rules: Rules;
	/** Own words of whoever makes it, beside the method note. */
	note: string;
	members: { code: string; name: string; family: number }[];
	results: readonly SharedResult[];
	/** Of every release of the same world before, oldest first. */
	earlier: readonly Grounds[];
};

/** How far it is: cells done and in all. */
export type Progress = { done: number; steps: number };

/** Yields after each cell, so that whoever runs it can say how far it is and let others go first. */
export function* makeRelease(input: ReleaseInput): Generator<Progress, MadeRelease> {
	const families = [...new Set(input.members.map(({ family }) => family))].sort((a, b) => a - b);
	const { cells, leftOut } = chooseComparable(input.results);
	const made: { shown: ReleaseCell; grounds: GroundsCell }[] = [];
	const heldBack: HeldBack[] = [];
	for (const [index, comparable] of cells.entries()) {
		const one = makeCell(comparable, families, input);
		made.push(one);
		heldBack.push(...one.heldBack);
		yield { done: index + 1, steps: cells.length };
	}
	return finished(input, families, made, heldBack, leftOut);
}

/** A value that was released once is taken as it was, though its review may have been changed since. */
function makeCell(
	{ cell, contributions: shared }: Comparable,
	families: readonly number[],
	input: ReleaseInput
) {
	// Of whatever version: a value that stood in a total then can be worked out from it now.
	const earlier = input.earlier.flatMap(({ cells }) => cells).filter(({ id }) => id === cell.id);
	const frozen = new Map(
		earlier
			.filter(({ version }) => version === cell.version)
			.flatMap(({ contributions }) => contributions)
			.map((each) => [contributionKey(each), each.value])
	);
	const contributions = shared.map((each) => ({
		...each,
		value: frozen.get(contributionKey(each)) ?? each.value
	}));
	const { shown, heldBack, named, unnamed } = chooseGroups({
		contributions,
		families,
		before: earlier.flatMap(publishedGroups),
		namedBefore: new Set(earlier.flatMap(namedKeys)),
		rules: input.rules
	});
	const inFamily = (partnership: string) =>
		familyGroup(contributions.find((each) => each.partnership === partnership)!.family);
	const released: ReleaseCell = {
		cell,
		groups: Object.fromEntries(
			[...shown].map(([id, group]) => [id, resultOf(cell, group, input.rules.roundTo)])
		),
		named: contributions
			.filter(({ partnership }) => named.has(partnership))
			.map(({ partnership, value }) => ({ partnership, value }))
	};
	return {
		shown: released,
		grounds: {
			id: cell.id,
			version: cell.version,
			contributions,
			shown: [...shown.keys()],
			named: [...named]
		},
		heldBack: [
			...heldBack.map((each): HeldBack => ({ cell: cell.id, ...each })),
			...unnamed.map((partnership): HeldBack => ({
				cell: cell.id,
				group: inFamily(partnership),
				partnerships: 1,
				why: 'name-would-tell'
			}))
		]
	};
}

/** The groups of a cell that an earlier release showed, by what stood in them. */
function publishedGroups({ contributions, shown }: GroundsCell): Contribution[][] {
	return shown.map((group) =>
		group === scotland ? contributions : contributions.filter(({ family }) => familyGroup(family) === group)
	);
}

const namedKeys = ({ contributions, named }: GroundsCell): string[] =>
	contributions.filter(({ partnership }) => named.includes(partnership)).map(contributionKey);

function finished(
	input: ReleaseInput,
	families: readonly number[],
	made: readonly { shown: ReleaseCell; grounds: GroundsCell }[],
	heldBack: HeldBack[],
	leftOut: LeftOut[]
): MadeRelease {
	const { example, title, from, to, rules, note, members } = input;
	const sharing = new Set(
		made.flatMap(({ grounds }) => grounds.contributions.map(({ partnership }) => partnership))
	);
	const sharingIn = (family: number | null) =>
		atLeast(
			rules.others + 1,
			members.filter((each) => (family === null || each.family === family) && sharing.has(each.code)).length
		);
	return {
		release: {
			format: 'cairn-release',
			version: 1,
			example,
			title,
			from,
			to,
			rules,
			groups: [
				...families.map((family) => ({
					id: familyGroup(family),
					name: `Family ${family}`,
					partnerships: sharingIn(family)
				})),
				{ id: scotland, name: 'Scotland', partnerships: sharingIn(null) }
			],
			members,
			cells: made.map(({ shown }) => shown),
			method: methodNote({ from, to, rules, note, example })
		},
		grounds: { cells: made.map(({ grounds }) => grounds) },
		heldBack,
		leftOut
	};
}

/** So few that one might know who they are: not told. */
const atLeast = (least: number, count: number): number | null => (count < least ? null : count);
