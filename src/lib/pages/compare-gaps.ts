/**
 * Questions to ask: where one's own value lies below the others', and which partnerships that agreed to be named report
 * strength there. No ranks: those named stand in the order of the alphabet.
 */
import { isStepGroup } from '#lib/benchmark/picture.ts';
import type { ReleaseCell } from '#lib/benchmark/release.ts';
import { isShare, isStep } from '#lib/benchmark/value.ts';
import { whichWay } from '#lib/benchmark/which-way.ts';
import { formatCount, formatPercent } from '#lib/measures/figures.ts';
import { cellAddress } from './compare-addresses.ts';
import { describeShare, ownShare } from './compare-share.ts';
import { aroundStep, stepsOf } from './compare-steps.ts';
import { othersIn, ownValueOf, sidesOf, type CompareView } from './compare-view.ts';

/** A partnership that shows its own value by name. `words`: `54 of 60, 90%`, or the step. */
export type Strength = { code: string; name: string; words: string };

export type Gap = {
	cell: string;
	code: string;
	title: string;
	href: string;
	/** In plain words. */
	question: string;
	/** What it rests on. */
	because: string;
	/** Codes of what it is about: practice that serves them may help. */
	elements: string[];
	strengths: Strength[];
	/** To put the largest first: between 0 and 1. */
	size: number;
};

/** The gaps among these cells, the largest first. */
export function gapsIn(view: CompareView, cells: readonly ReleaseCell[]): Gap[] {
	return cells
		.flatMap((released) => gapOf(view, released) ?? [])
		.sort((a, b) => b.size - a.size || a.cell.localeCompare(b.cell, 'en', { numeric: true }));
}

function gapOf(view: CompareView, released: ReleaseCell): Gap | null {
	const found = released.cell.kind === 'measures' ? shareGap(view, released) : stepGap(view, released);
	if (!found) return null;
	const { cell } = released;
	return {
		cell: cell.id,
		code: cell.code,
		title: cell.title,
		href: cellAddress(view, cell),
		elements: elementsOf(released),
		strengths: strengthsIn(view, released),
		...found
	};
}

export const elementsOf = ({ cell }: ReleaseCell): string[] => [
	...new Set(cell.kind === 'measures' ? cell.elements : [cell.code, ...cell.elements])
];

type Found = Pick<Gap, 'question' | 'because' | 'size'>;

/** A share that is lower beyond sampling than the family's, or else than Scotland's; higher, where low is good. */
function shareGap(view: CompareView, released: ReleaseCell): Found | null {
	const { verdicts, rows } = describeShare(view, released);
	const way = whichWay(released.cell);
	if (way === 'neither') return null;
	const worse = way === 'low-is-good' ? 'higher' : 'lower';
	const group = (['family', 'scotland'] as const).find((each) => verdicts[each]?.says === worse);
	const verdict = group && verdicts[group];
	if (!group || !verdict || verdict.says === 'not-sampled') return null;
	const percentOf = (mark: string) => rows.find(({ side }) => side.mark === mark)?.percent ?? '';
	const where = group === 'family' ? 'your family' : 'Scotland';
	const often = worse === 'lower' ? 'less often' : 'more often';
	return {
		question: `${released.cell.title}: ${often} than among the others in ${where}. What do they do that we do not?`,
		because: `${percentOf('own')} here, ${percentOf(group)} there: a difference beyond sampling.`,
		size: Math.abs(verdict.difference)
	};
}

/** A stage or evaluation that more than half of the others have passed: of the family, or else of Scotland. */
function stepGap(view: CompareView, released: ReleaseCell): Found | null {
	const own = ownValueOf(view, released);
	if (!own || !isStep(own)) return null;
	for (const side of sidesOf(view)) {
		const others = side.mark === 'own' ? null : othersIn(view, released, side.id);
		if (!others || !isStepGroup(others)) continue;
		const { later } = aroundStep(own.step, released.cell.steps![0], others.counts);
		if (later * 2 <= others.partnerships) continue;
		const where = side.mark === 'family' ? 'your family' : 'Scotland';
		const all = others.partnerships;
		const who = later === all ? `all ${all} others` : `${later} of the ${all} others`;
		const { code, kind, title } = released.cell;
		const size = (later / all - 0.5) / 2;
		return kind === 'readiness'
			? {
					question: `Component ${code}: ${who} in ${where} are further on. What helped them?`,
					because: `“${title}” Stages are judged, not sampled.`,
					size
				}
			: {
					question: `${title}: ${who} in ${where} are evaluated higher. What do they do?`,
					because: 'Evaluations are judged, not sampled.',
					size
				};
	}
	return null;
}

/**
 * Who reports strength: a share in “most” or above (75% and more), initial or full implementation, an evaluation of
 * good or better; and more than oneself.
 */
export function strengthsIn(view: CompareView, released: ReleaseCell): Strength[] {
	const own = ownValueOf(view, released);
	const ours = ownShare(view, released);
	const nameOf = (code: string) => view.release.members.find((each) => each.code === code)?.name ?? code;
	return released.named
		.filter(({ partnership }) => partnership !== view.own?.code)
		.flatMap(({ partnership: code, value }): Strength[] => {
			if (isShare(value)) {
				const share = value.positive / value.base;
				const way = whichWay(released.cell);
				if (way === 'neither') return [];
				const good = way === 'high-is-good' ? value.positive : value.base - value.positive;
				if (good * 4 < value.base * 3) return [];
				const ourGood = ours && (way === 'high-is-good' ? ours.positive : ours.base - ours.positive);
				if (ours && good * ours.base <= ourGood! * value.base) return [];
				const kOfN = `${formatCount(value.positive)} of ${formatCount(value.base)}`;
				return [
					{ code, name: nameOf(code), words: `${kOfN}, ${formatPercent(share, view.scales.quantity)}` }
				];
			}
			if (!isStep(value)) return [];
			const steps = stepsOf(view, released);
			if (value.step < steps[3]!.step || (own && isStep(own) && value.step <= own.step)) return [];
			const step = steps.find((each) => each.step === value.step);
			return [{ code, name: nameOf(code), words: step?.name ?? String(value.step) }];
		})
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Where one lies below nobody by more than chance, or has no value: who does well what the page is about. */
export function strengthsAmong(
	view: CompareView,
	cells: readonly ReleaseCell[]
): (Strength & { on: string; href: string })[] {
	return cells.flatMap((released) =>
		strengthsIn(view, released).map((strength) => ({
			...strength,
			on: `${released.cell.code}. ${released.cell.title}`,
			href: cellAddress(view, released.cell)
		}))
	);
}
