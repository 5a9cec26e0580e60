/** What of a release is held back or left out and why, in words and counts for whoever makes it; never a value. */
import type { ResultKind } from '#lib/benchmark/result-kinds.ts';
import {
	scotland,
	type HeldBack,
	type LeftOut,
	type MadeRelease,
	type Release,
	type WhyHeldBack
} from '#lib/benchmark/release.ts';
import { resultKinds } from '#lib/benchmark/result-kinds.ts';
import { countedOf, kindWords } from './sharing-words.ts';

const why: Readonly<Record<WhyHeldBack, (others: number) => { title: string; text: string }>> = {
	'too-few': (others) => ({
		title: 'Too few share',
		text: `Fewer than ${others + 1} partnerships of the group share it, so that fewer than ${others} would be left when one takes its own away.`
	}),
	'would-narrow': () => ({
		title: 'The group would tell too much by itself',
		text: 'Its values lie so that the total would tell too closely what one of them is, such as where all are at the same step.'
	}),
	'earlier-release': () => ({
		title: 'It would tell too much beside an earlier release',
		text: 'Somebody joined or left since. Taking the one from the other would leave too few partnerships, or tell too closely what one has.'
	}),
	'gives-another-away': () => ({
		title: 'It would give another group away',
		text: 'It could be shown by itself. Taken from the total it would show a group that is held back.'
	}),
	'name-would-tell': () => ({
		title: 'A name that would tell what an earlier total holds',
		text: 'The partnership agreed to be named. Its value beside its name would tell too much of those who stand in an earlier total with it, so it counts without its name.'
	})
};

const leftOutWords: Readonly<Record<LeftOut['why'], { title: string; text: string }>> = {
	'another-version': {
		title: 'Of another edition, question or scale',
		text: 'Most partnerships have another version of the same. Only values of one version are put together.'
	},
	'newer-review': {
		title: 'Of an older review',
		text: 'The partnership shares a later review, and each counts once.'
	}
};

export type Reason = {
	title: string;
	text: string;
	/** By kind of result: `Readiness of core components: 12 components, in 3 groups`. */
	lines: string[];
};

/** Why groups are held back, in the order of the reasons above; those that hold for nothing are left out. */
export function heldBackReasons({ heldBack, release }: Pick<MadeRelease, 'heldBack' | 'release'>): Reason[] {
	const kindOf = kindsOf(release);
	const byWhy = Map.groupBy(heldBack, (each) => each.why);
	return (Object.keys(why) as WhyHeldBack[]).flatMap((reason) => {
		const found = byWhy.get(reason) ?? [];
		if (found.length === 0) return [];
		const linesOf = reason === 'name-would-tell' ? namesLine : groupsLine;
		const words = why[reason](release.rules.others);
		return [{ ...words, lines: byKind(found, kindOf).map(([kind, some]) => linesOf(kind, some)) }];
	});
}

export function leftOutReasons({ leftOut, release }: Pick<MadeRelease, 'leftOut' | 'release'>): Reason[] {
	const kindOf = kindsOf(release);
	const byWhy = Map.groupBy(leftOut, (each) => each.why);
	return (Object.keys(leftOutWords) as LeftOut['why'][]).flatMap((reason) => {
		const found = byWhy.get(reason) ?? [];
		if (found.length === 0) return [];
		const lines = byKind(found, kindOf).map(
			([kind, some]) =>
				`${kindWords[kind].name}: ${countedOf(
					kind,
					distinct(some, ({ cell }) => cell)
				)}, ${partnerships(distinct(some, ({ partnership }) => partnership))}`
		);
		return [{ ...leftOutWords[reason], lines }];
	});
}

const groupsLine = (kind: ResultKind, some: readonly HeldBack[]) => {
	const inScotland = some.filter(({ group }) => group === scotland).length;
	const families = some.length - inScotland;
	const parts = [
		...(families === 0 ? [] : [`${families} ${families === 1 ? 'time' : 'times'} for a family`]),
		...(inScotland === 0 ? [] : [`${inScotland} ${inScotland === 1 ? 'time' : 'times'} for Scotland`])
	];
	return `${kindWords[kind].name}: ${countedOf(
		kind,
		distinct(some, ({ cell }) => cell)
	)}, ${parts.join(' and ')}`;
};

const namesLine = (kind: ResultKind, some: readonly HeldBack[]) =>
	`${kindWords[kind].name}: ${countedOf(
		kind,
		distinct(some, ({ cell }) => cell)
	)}`;

const partnerships = (count: number) => `${count} ${count === 1 ? 'partnership' : 'partnerships'}`;
const distinct = <Item>(items: readonly Item[], of: (item: Item) => string) => new Set(items.map(of)).size;

const kindsOf = ({ cells }: Release) => new Map(cells.map(({ cell }) => [cell.id, cell.kind]));

function byKind<Item extends { cell: string }>(
	items: readonly Item[],
	kindOf: ReadonlyMap<string, ResultKind>
): [ResultKind, Item[]][] {
	const found = Map.groupBy(items, ({ cell }) => kindOf.get(cell));
	return resultKinds.flatMap((kind): [ResultKind, Item[]][] => {
		const some = found.get(kind);
		return some ? [[kind, some]] : [];
	});
}

export type KindRow = {
	kind: ResultKind;
	name: string;
	/** Cells that anybody shares. */
	cells: number;
	scotland: number;
	/** Shown for every family, for some of them, and for no group at all. */
	everyFamily: number;
	someFamilies: number;
	none: number;
	/** Values that stand beside a name. */
	named: number;
};

/** How much of each kind a release shows. */
export function kindRows({ cells, groups }: Release): KindRow[] {
	const families = groups.filter(({ id }) => id !== scotland).map(({ id }) => id);
	return resultKinds.flatMap((kind) => {
		const ofKind = cells.filter(({ cell }) => cell.kind === kind);
		if (ofKind.length === 0) return [];
		const shown = ofKind.map((each) => families.filter((id) => id in each.groups).length);
		return [
			{
				...{ kind, name: kindWords[kind].name, cells: ofKind.length },
				scotland: ofKind.filter((each) => scotland in each.groups).length,
				everyFamily: shown.filter((count) => count === families.length).length,
				someFamilies: shown.filter((count) => count > 0 && count < families.length).length,
				none: ofKind.filter((each) => Object.keys(each.groups).length === 0).length,
				named: ofKind.reduce((sum, { named }) => sum + named.length, 0)
			}
		];
	});
}
