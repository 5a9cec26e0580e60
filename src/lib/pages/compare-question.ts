/** The page of one question beside others, with its funnel: what chance alone would give, by the number of records. */
import { funnelPlace, type FunnelPlace } from '#lib/benchmark/funnel.ts';
import type { ReleaseCell } from '#lib/benchmark/release.ts';
import { scotland } from '#lib/benchmark/release.ts';
import { isShare } from '#lib/benchmark/value.ts';
import { formatCount, formatPercent } from '#lib/measures/figures.ts';
import { gapsIn, strengthsAmong, type Gap } from './compare-gaps.ts';
import { shareOver } from './compare-over.ts';
import type { OverReleases } from './compare-periods.ts';
import { describeShare, othersShare, ownShare, type ShareBeside } from './compare-share.ts';
import { shareWords } from './compare-share-words.ts';
import type { CompareView } from './compare-view.ts';

export type FunnelPoint = {
	name: string;
	positive: number;
	base: number;
	kOfN: string;
	percent: string;
	place: string;
};

export type Funnel = {
	/** Share around which the limits lie, of whom, and how it reads. */
	target: number;
	targetName: string;
	targetPercent: string;
	own: FunnelPoint | null;
	/** Those that agreed to be named, by name. */
	named: FunnelPoint[];
	heading: string;
};

export type QuestionCompared = {
	measure: ShareBeside;
	/** Null where it is not of samples, or Scotland is not shown. */
	funnel: Funnel | null;
	/** Why there is no funnel. */
	withoutFunnel: string;
	over: OverReleases;
	gaps: Gap[];
	strengths: ReturnType<typeof strengthsAmong>;
	cells: ReleaseCell[];
};

/** Null when the release does not hold the question. */
export function describeQuestion(
	view: CompareView,
	views: readonly CompareView[],
	{ instrument, code }: { instrument: string; code: string }
): QuestionCompared | null {
	const released = view.release.cells.find(
		({ cell }) => cell.kind === 'measures' && cell.instrument === instrument && cell.code === code
	);
	if (!released) return null;
	const funnel = released.cell.sampled ? funnelOf(view, released) : null;
	return {
		measure: describeShare(view, released),
		funnel,
		withoutFunnel: released.cell.sampled
			? 'Scotland is not shown for this question, so there is nothing to draw a funnel around.'
			: 'Those who answered were not drawn at random everywhere, so chance cannot be reckoned with and there is no funnel.',
		over: shareOver(views, released),
		gaps: gapsIn(view, [released]),
		strengths: strengthsAmong(view, [released]),
		cells: [released]
	};
}

function funnelOf(view: CompareView, released: ReleaseCell): Funnel | null {
	const around = othersShare(view, released, scotland);
	if (!around) return null;
	const target = around.positive / around.base;
	const percent = (share: number) => formatPercent(share, view.scales.quantity);
	const pointOf = (name: string, { positive, base }: { positive: number; base: number }): FunnelPoint => ({
		name,
		positive,
		base,
		kOfN: `${formatCount(positive)} of ${formatCount(base)}`,
		percent: percent(positive / base),
		place: placeWords(funnelPlace(positive, base, target))
	});
	const ours = ownShare(view, released);
	const own = ours && view.own ? pointOf(view.own.name, ours) : null;
	const named = released.named
		.filter(({ partnership }) => partnership !== view.own?.code)
		.flatMap(({ partnership, value }) => {
			const name = view.release.members.find(({ code }) => code === partnership)?.name ?? partnership;
			return isShare(value) ? [pointOf(name, value)] : [];
		})
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
	return {
		target,
		targetName: 'Scotland',
		targetPercent: shareWords(view, around, false).percent,
		own,
		named,
		heading: own ? `${own.name} is ${own.place}` : 'How far from Scotland’s share chance alone would lead'
	};
}

export function placeWords(place: FunnelPlace): string {
	if (place.side === 'inside') return 'within what chance alone would give';
	return `${place.side} the ${place.limit} limits, beyond what chance alone would give`;
}
