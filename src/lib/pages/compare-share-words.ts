/** How a share is said: one's own exactly, a group's no closer than its rounded counts can tell. */
import type { ShareValue } from '#lib/benchmark/value.ts';
import { formatCount, formatPercent } from '#lib/measures/figures.ts';
import type { CompareView } from './compare-view.ts';

/** `9 of 45` and `20%` of oneself; `about 205 of 285` and `about 73%` of a group. */
export function shareWords(
	view: CompareView,
	{ positive, base }: ShareValue,
	own: boolean
): { kOfN: string; percent: string } {
	const { quantity } = view.scales;
	const kOfN = (of: ShareValue) => `${formatCount(of.positive)} of ${formatCount(of.base)}`;
	if (own) return { kOfN: kOfN({ positive, base }), percent: formatPercent(positive / base, quantity) };
	const about = aboutShare(view, { positive, base });
	return { kOfN: `about ${kOfN(about)}`, percent: `about ${formatPercent(about.share, quantity)}` };
}

/**
 * A share of a group as near as it can be said: its counts were rounded before one's own were taken out of them. To
 * whole per cent, but never over a cut-off of the scale, and never to none or all.
 */
export function aboutShare(
	{ release, scales }: Pick<CompareView, 'release' | 'scales'>,
	{ positive, base }: ShareValue
): ShareValue & { share: number } {
	const { roundTo } = release.rules;
	const rounded = (count: number) => Math.round(count / roundTo) * roundTo;
	const all = Math.max(rounded(base), roundTo);
	const most = positive === base ? all : all - roundTo;
	const least = positive === 0 ? 0 : Math.min(roundTo, most);
	const about = Math.min(Math.max(rounded(positive), least), most);
	const whole = Math.round((about / all) * 100);
	const exact = (positive / base) * 100;
	const cuts = [...scales.quantity.bands.map(({ from }) => from), 100];
	const same = cuts.every((cut) => whole >= cut === exact >= cut) && (whole === 0) === (positive === 0);
	return { positive: about, base: all, share: same ? whole / 100 : positive / base };
}

type Bounds = { low: number; high: number };

/** The interval of a group's share to whole per cent, outwards. */
export const aboutInterval = ({ low, high }: Bounds): Bounds => ({
	low: Math.floor(low * 100) / 100,
	high: Math.ceil(high * 100) / 100
});
