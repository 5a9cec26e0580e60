/**
 * How the components of a standard or change lie over the stages across Scotland, small, in the newest release: only
 * what that release shows, added up. The page of the comparison says more.
 */
import { groupPicture } from '#lib/benchmark/picture.ts';
import { scotland, type Release } from '#lib/benchmark/release.ts';
import { formatCount } from '#lib/measures/figures.ts';

export type NationalPicture = {
	/** Number of the release. */
	release: number;
	/** Stages that were judged, from the first: components times the partnerships that shared them. */
	counts: number[];
	/** Their share of all, 0 to 1. */
	shares: number[];
	/** How many of the components are told of, and how many there are. */
	shown: number;
	components: number;
	/** “Of 252 stages that partnerships shared, 40 are not started, 61 exploring …” */
	words: string;
	/** Where it stands beside one's own. */
	href: string;
};

/** Release and its number, and the names of the stages from the first. */
export type National = { number: number; release: Release; stages: readonly string[] };

/** `components`: their codes. Null where the release shows nothing of them for Scotland. */
export function nationalPicture(
	{ number, release, stages }: National,
	components: readonly string[],
	href: string
): NationalPicture | null {
	const asked = new Set(components);
	const cells = release.cells.filter(({ cell }) => cell.kind === 'readiness' && asked.has(cell.code));
	const picture = groupPicture(cells, scotland, new Map());
	if (!picture || picture.values === 0) return null;
	const { counts, values, shown } = picture;
	return {
		release: number,
		counts,
		shares: counts.map((count) => count / values),
		shown,
		components: asked.size,
		words: wordsOf(counts, values, stages),
		href
	};
}

function wordsOf(counts: readonly number[], values: number, stages: readonly string[]): string {
	const each = counts.map((count, at) => `${formatCount(count)} ${stages[at] ?? `stage ${at}`}`);
	return `Of ${formatCount(values)} stages that partnerships shared: ${each.join(', ')}.`;
}
