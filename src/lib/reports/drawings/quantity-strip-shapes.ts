/** Draws the geometry of a quantity strip as SVG elements, the same ones on a page, in a PDF and in Word. */
import type { AnswerKind, MarkShape, OutsidePart, StripGeometry } from './quantity-strip-geometry.ts';

/** The colours of a strip. Interval and rules stand at least 3 to 1 against white and against the tint. */
export const stripColours = {
	tint: '#e6ecf2',
	rule: '#8a8a8a',
	base: '#b3b3b3',
	mark: '#002d54',
	interval: '#6384a3',
	yes: '#002d54',
	partly: '#6384a3',
	no: '#c3d0dc',
	edge: '#5e5e5e',
	paper: '#ffffff',
	text: '#1a1a1a',
	secondary: '#5e5e5e'
};
export type StripColours = typeof stripColours;

/** The hatch of “not recorded”: a page with fluid strips carries `hatchDefinition` once, near the top of its body. */
export const hatchId = 'cairn-hatch';
export const hatchDefinition =
	`<svg width="0" height="0" class="qs-hatch" aria-hidden="true" focusable="false"><defs>` +
	`<pattern id="${hatchId}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
	`<rect width="5" height="5" fill="${stripColours.paper}"/>` +
	`<line x1="0" y1="0" x2="0" y2="5" stroke="${stripColours.edge}" stroke-width="1.5"/></pattern></defs></svg>`;

/** A place across the scale: per cent of the drawing when it is fluid, a length when its width is fixed. */
export type Across = (percent: number) => string | number;

/**
 * @param across turns per cent of the scale into a place
 * @param fluid true when `across` gives percentages, so that lengths cannot be reckoned from it
 */
export function stripShapes(geometry: StripGeometry, across: Across, fluid: boolean, colours: StripColours) {
	return [
		...bandAndRules(geometry, across, colours),
		...intervalAndMark(geometry, across, fluid, colours),
		...answerBar(geometry, across, fluid, colours),
		...outsideBoxes(geometry, across, fluid, colours)
	].join('');
}

function bandAndRules(geometry: StripGeometry, across: Across, colours: StripColours): string[] {
	const { band, plot, middle, height, edges } = geometry;
	const shapes = [];
	if (band) shapes.push(rectangle(across, band.from, band.to, { y: 0, height: plot, fill: colours.tint }));
	for (const edge of edges) shapes.push(upright(across, edge, 0, height, colours.rule, 1, true));
	shapes.push(level(across, 0, 100, middle, colours.base, 1, true));
	return shapes;
}

function intervalAndMark(geometry: StripGeometry, across: Across, fluid: boolean, colours: StripColours) {
	const { interval, mark, middle, drop } = geometry;
	const shapes = [];
	if (drop) shapes.push(upright(across, drop.at, drop.from, drop.to, colours.mark, 1, true));
	if (interval) {
		shapes.push(level(across, interval.from, interval.to, middle, colours.interval, 6));
		for (const end of [interval.from, interval.to])
			shapes.push(upright(across, end, middle - 6, middle + 6, colours.mark, 2));
	}
	if (mark) shapes.push(markShape(mark.shape, across(mark.at), middle, fluid, colours));
	return shapes;
}

function markShape(
	shape: MarkShape,
	x: string | number,
	y: number,
	fluid: boolean,
	colours: StripColours
): string {
	if (shape === 'disc')
		return `<circle cx="${x}" cy="${y}" r="8" fill="${colours.mark}" stroke="${colours.paper}" stroke-width="2"/>`;
	if (shape === 'ring')
		return `<circle cx="${x}" cy="${y}" r="6" fill="${colours.paper}" stroke="${colours.mark}" stroke-width="4"/>`;
	if (shape === 'bar')
		return [colours.paper, colours.mark]
			.map(
				(stroke, at) =>
					`<line x1="${x}" x2="${x}" y1="${tidy(y - 12)}" y2="${tidy(y + 12)}" stroke="${stroke}" stroke-width="${at === 0 ? 7 : 3}"/>`
			)
			.join('');
	if (shape === 'square')
		return placed(
			x,
			y,
			fluid,
			(left, top) =>
				`<rect x="${left - 6}" y="${top - 6}" width="12" height="12" fill="${colours.paper}" stroke="${colours.mark}" stroke-width="2"/>`
		);
	const paint = `fill="${colours.mark}" stroke="${colours.paper}" stroke-width="2"`;
	return placed(x, y, fluid, (left, top) => {
		const points = `${left},${top - 10} ${left + 10},${top} ${left},${top + 10} ${left - 10},${top}`;
		return `<polygon points="${points}" ${paint}/>`;
	});
}

function answerBar(geometry: StripGeometry, across: Across, fluid: boolean, colours: StripColours): string[] {
	const { bar } = geometry;
	if (!bar) return [];
	const height = bar.bottom - bar.top;
	const shapes = bar.parts.map((part) =>
		part.kind === 'not-recorded'
			? hatched(across, part.from, part.to, bar.top, height, fluid, colours)
			: rectangle(across, part.from, part.to, { y: bar.top, height, fill: fillOf(part.kind, colours) })
	);
	shapes.push(outline(across, 0, 100, bar.top, height, colours.edge));
	for (const part of bar.parts.slice(1))
		shapes.push(upright(across, part.from, bar.top, bar.bottom, colours.paper, 2));
	return shapes;
}

export function fillOf(
	kind: Exclude<AnswerKind, 'not-recorded'>,
	colours: StripColours = stripColours
): string {
	return { yes: colours.yes, partly: colours.partly, no: colours.no }[kind];
}

function outsideBoxes(
	geometry: StripGeometry,
	across: Across,
	fluid: boolean,
	colours: StripColours
): string[] {
	const { bar } = geometry;
	if (!bar) return [];
	const height = bar.bottom - bar.top;
	return geometry.outside.map((part) =>
		placed(
			across(100),
			bar.top,
			fluid,
			(left, top) => countedBox(part, left + part.left, top, height, colours),
			' class="qs__outside"'
		)
	);
}

/** Not applicable is outlined, not recorded has a double outline, blank a broken one. */
function countedBox(
	part: OutsidePart & { width: number },
	left: number,
	top: number,
	height: number,
	colours: StripColours
): string {
	const dashes = part.kind === 'blank' ? ' stroke-dasharray="2 2"' : '';
	const box = (inset: number) =>
		`<rect x="${tidy(left + inset)}" y="${tidy(top + inset)}" width="${part.width - 2 * inset}" height="${height - 2 * inset}"` +
		` fill="${colours.paper}" stroke="${colours.edge}" stroke-width="1"${dashes}/>`;
	const inner = part.kind === 'not-recorded' ? box(2.5) : '';
	const text =
		`<text x="${tidy(left + part.width / 2)}" y="${tidy(top + height / 2 + 4)}" font-family="Roboto, sans-serif"` +
		` font-size="11" text-anchor="middle" fill="${colours.text}">${part.count}</text>`;
	return box(0.5) + inner + text;
}

function hatched(
	across: Across,
	from: number,
	to: number,
	y: number,
	height: number,
	fluid: boolean,
	colours: StripColours
): string {
	if (fluid) return rectangle(across, from, to, { y, height, fill: `url(#${hatchId})` });
	const [left, right] = [Number(across(from)), Number(across(to))];
	return (
		rectangle(across, from, to, { y, height, fill: colours.paper }) +
		hatchLines(left, right, y, y + height)
			.map(
				([x1, y1, x2, y2]) =>
					`<line x1="${tidy(x1)}" y1="${tidy(y1)}" x2="${tidy(x2)}" y2="${tidy(y2)}" stroke="${colours.edge}" stroke-width="1.5"/>`
			)
			.join('')
	);
}

/** Rising lines at 45 degrees, 7 apart across, cut at the edges of the box: for renderers without patterns. */
export function hatchLines(
	left: number,
	right: number,
	top: number,
	bottom: number
): [x1: number, y1: number, x2: number, y2: number][] {
	const lines: [number, number, number, number][] = [];
	for (let foot = left - (bottom - top) + 3.5; foot < right; foot += 7) {
		const x1 = Math.max(foot, left);
		const x2 = Math.min(foot + (bottom - top), right);
		if (x2 - x1 > 0.5) lines.push([x1, bottom - (x1 - foot), x2, bottom - (x2 - foot)]);
	}
	return lines;
}

function rectangle(
	across: Across,
	from: number,
	to: number,
	{ y, height, fill }: { y: number; height: number; fill: string }
): string {
	return `<rect x="${across(from)}" y="${tidy(y)}" width="${span(across, from, to)}" height="${tidy(height)}" fill="${fill}"/>`;
}

function outline(
	across: Across,
	from: number,
	to: number,
	y: number,
	height: number,
	stroke: string
): string {
	return (
		`<rect x="${across(from)}" y="${tidy(y)}" width="${span(across, from, to)}" height="${tidy(height)}"` +
		` fill="none" stroke="${stroke}" stroke-width="1" shape-rendering="crispEdges"/>`
	);
}

function upright(
	across: Across,
	at: number,
	y1: number,
	y2: number,
	stroke: string,
	width: number,
	crisp = false
): string {
	return (
		`<line x1="${across(at)}" x2="${across(at)}" y1="${tidy(y1)}" y2="${tidy(y2)}" stroke="${stroke}"` +
		` stroke-width="${width}"${crisp ? ' shape-rendering="crispEdges"' : ''}/>`
	);
}

function level(
	across: Across,
	from: number,
	to: number,
	y: number,
	stroke: string,
	width: number,
	crisp = false
): string {
	return (
		`<line x1="${across(from)}" x2="${across(to)}" y1="${tidy(y)}" y2="${tidy(y)}" stroke="${stroke}"` +
		` stroke-width="${width}"${crisp ? ' shape-rendering="crispEdges"' : ''}/>`
	);
}

function span(across: Across, from: number, to: number): string | number {
	const [start, end] = [across(from), across(to)];
	if (typeof start === 'number' && typeof end === 'number') return tidy(end - start);
	return `${tidy(to - from)}%`;
}

/** Shapes of fixed size hang on a place: a nested drawing holds the place when it is a percentage. */
function placed(
	x: string | number,
	y: number,
	fluid: boolean,
	draw: (left: number, top: number) => string,
	name = ''
): string {
	if (fluid) return `<svg${name} x="${x}" y="${tidy(y)}" overflow="visible">${draw(0, 0)}</svg>`;
	return draw(Number(x), y);
}

/** Three decimals at most, so that the markup stays short. */
export function tidy(length: number): number {
	return Math.round(length * 1000) / 1000;
}
