/**
 * The geometry of a little cairn: a stone for each thing counted, stacked over its column. Up to five layers the
 * stones have radius 4 and stand 9.4 pixels apart; higher stacks are drawn with radius 3 and 7 pixels.
 */
export type StoneStack = {
	width: number;
	height: number;
	/** Where the stones stand. */
	ground: number;
	radius: number;
	stones: { x: number; y: number }[];
	/** Labels at the ends keep inside the picture. */
	labels: { x: number; anchor: 'start' | 'middle' | 'end'; text: string }[];
};

const width = 84;
const height = 66;
const ground = 55.5;

export function stackStones(columns: readonly { label?: string; count: number }[]): StoneStack {
	const low = Math.max(0, ...columns.map(({ count }) => count)) <= 5 && columns.length <= 6;
	const radius = low ? 4 : 3;
	const layer = low ? 9.4 : 7;
	const step = width / Math.max(1, columns.length);
	const centre = (index: number) => Math.round((index + 0.5) * step * 100) / 100;
	return {
		width,
		height,
		ground,
		radius,
		stones: columns.flatMap(({ count }, index) =>
			Array.from({ length: count }, (_, above) => ({
				x: centre(index),
				y: Math.round((ground - radius - 0.5 - above * layer) * 100) / 100
			}))
		),
		labels: columns.flatMap(({ label }, index) => (label ? [placed(label, centre(index))] : []))
	};
}

function placed(text: string, x: number): StoneStack['labels'][number] {
	const half = text.length * 3.2;
	if (x - half < 0) return { x: 0, anchor: 'start', text };
	if (x + half > width) return { x: width, anchor: 'end', text };
	return { x, anchor: 'middle', text };
}
