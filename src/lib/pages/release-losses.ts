/**
 * What a release in the making would show less of than the one that is published for the same period: counts of
 * components, questions and themes, never a value, and why only where that tells nothing about one.
 */
import type { MadeRelease, Release } from '#lib/benchmark/release.ts';
import type { ResultKind } from '#lib/benchmark/result-kinds.ts';
import { showsClearlyLess, shownLess, type ShownLess } from '#lib/benchmark/shown.ts';
import { countedOf, kindWords } from './sharing-words.ts';

export type Losses = {
	/** Number of the published release. */
	number: number;
	title: string;
	/** Whether so much is missing that the pages which compare lead back to it. */
	clearly: boolean;
	kinds: {
		kind: ResultKind;
		/** `Measures of shared questions`. */
		name: string;
		/** `Scotland was shown for 54 questions, and would be shown for none.` */
		lines: string[];
		/** Null where the reasons are several, or lie in the values. */
		why: string | null;
	}[];
};

type Earlier = { number: number; title: string; release: Release };

/** Null where nothing is lost. `earlier`: the newest release of the same period and world, or null. */
export function lossesBeside(
	earlier: Earlier | null,
	made: Pick<MadeRelease, 'release' | 'heldBack'>
): Losses | null {
	const less = earlier ? shownLess(earlier.release, made.release) : [];
	if (!earlier || less.length === 0) return null;
	const { number, title, release } = earlier;
	const nameOf = (id: string) => release.groups.find((group) => group.id === id)?.name ?? id;
	return {
		...{ number, title, clearly: showsClearlyLess(release, made.release) },
		kinds: [...Map.groupBy(less, ({ kind }) => kind)].map(([kind, groups]) => ({
			...{ kind, name: kindWords[kind].name },
			lines: groups.map((each) => lineOf(nameOf(each.group), each)),
			why: whyOf(kind, earlier, made)
		}))
	};
}

const lineOf = (name: string, { kind, before, now }: ShownLess) =>
	`${name} was shown for ${countedOf(kind, before)}, and would be shown for ${now === 0 ? 'none' : now}.`;

/** Reasons that say how many share, not what: any other would tell of the values themselves. */
function whyOf(
	kind: ResultKind,
	{ number, release }: Earlier,
	made: Pick<MadeRelease, 'release' | 'heldBack'>
): string | null {
	const said: Partial<Record<string, string>> = {
		gone: 'Nobody in the group shares it any more.',
		'too-few': 'Too few partnerships share it now.',
		'earlier-release': `Who shares it has changed since, and beside release ${number} the new totals would tell too much.`
	};
	const now = new Map(made.release.cells.map(({ cell, groups }) => [cell.id, groups]));
	const heldBack = new Map(made.heldBack.map(({ cell, group, why }) => [`${cell} ${group}`, why]));
	const reasons = new Set(
		release.cells
			.filter(({ cell }) => cell.kind === kind)
			.flatMap(({ cell: { id }, groups }) =>
				Object.keys(groups)
					.filter((group) => !(group in (now.get(id) ?? {})))
					.map((group) => heldBack.get(`${id} ${group}`) ?? 'gone')
			)
	);
	const [only] = reasons;
	return reasons.size === 1 && only ? (said[only] ?? null) : null;
}
