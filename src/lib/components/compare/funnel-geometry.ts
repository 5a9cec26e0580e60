/**
 * Where everything of a funnel plot lies: across in per cent of the plot, by the number of records; down in pixels, by
 * the share, so that it fits any width. Pure: the drawing is FunnelPlot.svelte.
 */
import { funnelCurve } from '#lib/benchmark/funnel.ts';

export type Placed = { x: number; y: number; name: string; percent: string };

export type FunnelGeometry = {
	height: number;
	/** Paths in a box of 100 by 100 that is stretched over the plot. */
	curves: { name: '95%' | '99.9%'; path: string }[];
	/** Where the upper curves end, for their names. */
	ends: { name: string; y: number }[];
	target: number;
	own: (Placed & { anchor: 'start' | 'middle' | 'end'; below: boolean }) | null;
	named: Placed[];
	down: { y: number; words: string }[];
	across: { x: number; words: string }[];
};

type Point = { name: string; positive: number; base: number; percent: string };

export function funnelGeometry(
	funnel: { target: number; own: Point | null; named: readonly Point[] },
	height = 320
): FunnelGeometry {
	const bases = [...(funnel.own ? [funnel.own.base] : []), ...funnel.named.map(({ base }) => base)];
	const { most, step } = roundScale(Math.max(40, 1.2 * Math.max(0, ...bases)));
	const xOf = (n: number) => round((n / most) * 100);
	const yOf = (share: number) => round((1 - share) * height);
	const curve = funnelCurve(funnel.target, most);
	const path = (value: (point: (typeof curve)[number]) => number) =>
		curve
			.map((point, at) => `${at === 0 ? 'M' : 'L'}${xOf(point.n)} ${round((1 - value(point)) * 100)}`)
			.join(' ');
	const last = curve.at(-1)!;
	const placed = ({ name, positive, base, percent }: Point): Placed => ({
		x: xOf(base),
		y: yOf(positive / base),
		name,
		percent
	});
	const own = funnel.own && placed(funnel.own);
	return {
		height,
		curves: [
			{ name: '95%', path: path((point) => point.low95) },
			{ name: '95%', path: path((point) => point.high95) },
			{ name: '99.9%', path: path((point) => point.low999) },
			{ name: '99.9%', path: path((point) => point.high999) }
		],
		ends: apart([
			{ name: '99.9%', y: yOf(last.high999) },
			{ name: '95%', y: yOf(last.high95) }
		]),
		target: yOf(funnel.target),
		own: own && {
			...own,
			anchor: own.x < 30 ? 'start' : own.x > 70 ? 'end' : 'middle',
			// Away from the line of the target; and never over the edge.
			below: own.y < 24 || (own.y > yOf(funnel.target) && own.y < height - 40)
		},
		named: funnel.named.map(placed),
		down: [0, 20, 40, 60, 80, 100].map((percent) => ({
			y: yOf(percent / 100),
			words: percent === 100 ? '100%' : String(percent)
		})),
		across: Array.from({ length: Math.floor(most / step) }, (_, at) => (at + 1) * step).map((n) => ({
			x: xOf(n),
			words: String(n)
		}))
	};
}

/** A scale that ends on a round number, with four to six figures on it. */
function roundScale(atLeast: number): { most: number; step: number } {
	const size = 10 ** Math.floor(Math.log10(atLeast / 4));
	const step = [1, 2, 5, 10].map((each) => each * size).find((each) => atLeast / each <= 6)!;
	return { step, most: Math.ceil(atLeast / step) * step };
}

/** Names of curves that end close together, moved so that both can be read. */
function apart(ends: { name: string; y: number }[]): { name: string; y: number }[] {
	const [upper, lower] = ends as [{ name: string; y: number }, { name: string; y: number }];
	const near = lower.y - upper.y < 16;
	return [near ? { ...upper, y: lower.y - 16 } : upper, lower];
}

const round = (value: number) => Math.round(value * 100) / 100;
