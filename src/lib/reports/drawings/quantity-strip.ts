/**
 * The quantity strip as markup: `quantityStripHtml` is the fluid figure of a web page, `quantityStripSvg` a drawing
 * of fixed width with its own names and figures, for PDF and Word. Both draw the same geometry.
 */
import type { Strip, StripBand, StripGeometry } from './quantity-strip-geometry.ts';
import { stripGeometry } from './quantity-strip-geometry.ts';
import type { StripColours } from './quantity-strip-shapes.ts';
import { stripColours, stripShapes, tidy } from './quantity-strip-shapes.ts';
import { stripSentence } from './quantity-strip-words.ts';

export * from './quantity-strip-geometry.ts';
export { fillOf, hatchDefinition, hatchId } from './quantity-strip-shapes.ts';
export type { StripColours } from './quantity-strip-shapes.ts';
export * from './quantity-strip-words.ts';

export type StripOptions = {
	/** Height of the plot in pixels: `plotHeights`. */
	plot?: number;
	/** Draw the answers beneath, on the same scale. */
	answers?: boolean;
	/** Write the names of the terms above. */
	names?: boolean;
	/** Write the cut-off figures beneath. */
	ticks?: boolean;
	/** Keep this much free to the right, in pixels, so that strips with and without outside boxes line up. */
	room?: number;
};

/**
 * The fluid figure: names and figures as text, the plot as an SVG with percentages across and pixels down. It is
 * one image whose label is the whole sentence; styles are `.qs…` in app.css, the hatch is `hatchDefinition`.
 */
export function quantityStripHtml(
	strip: Strip,
	bands: readonly StripBand[],
	options: StripOptions = {}
): string {
	const geometry = stripGeometry(strip, bands, options);
	const room = Math.max(geometry.room, options.room ?? 0);
	const label = escaped(stripSentence(strip, { answers: options.answers, bands }));
	const keptFree = room > 0 ? `<svg class="qs__room" width="${room}" height="1"></svg>` : '';
	const shapes = stripShapes(geometry, (percent) => `${tidy(percent)}%`, true, stripColours);
	return (
		`<div class="qs" role="img" aria-label="${label}"><div class="qs__scale">` +
		(options.names === false ? '' : nameRow(strip, bands)) +
		`<svg class="qs__plot" height="${geometry.height}" aria-hidden="true" focusable="false">${shapes}</svg>` +
		(options.ticks === false ? '' : tickRow(geometry)) +
		`</div>${keptFree}</div>`
	);
}

/** Every name in the middle of its band; the last one at its end, and on two lines where the scale is narrow. */
function nameRow(strip: Strip, bands: readonly StripBand[]): string {
	const names = bands.map((band, index) => {
		const inForce = band.name === strip.term ? ' is-term' : '';
		if (index === 0 || index < bands.length - 1)
			return fluidText(`${(band.from + band.to) / 2}%`, '100%', inForce, escaped(band.name));
		const lines = inTwo(band.name).map(escaped);
		const broken = lines.map(
			(line, at) => `<tspan x="100%" dy="${at === 0 ? 1 - lines.length : 1}rem">${line}</tspan>`
		);
		return (
			fluidText('100%', '100%', `at-end is-broken${inForce}`, broken.join('')) +
			fluidText('100%', '100%', `at-end is-whole${inForce}`, escaped(band.name))
		);
	});
	return `<svg class="qs__names" aria-hidden="true" focusable="false">${names.join('')}</svg>`;
}

function tickRow({ edges }: StripGeometry): string {
	const ticks = edges.map((edge, index) => {
		const last = index === edges.length - 1;
		const tight = index === edges.length - 2 && edge >= 85;
		const place = index === 0 ? 'at-start' : last ? 'at-end' : tight ? 'is-tight' : '';
		return fluidText(
			`${edge}%`,
			'70%',
			place,
			`${edge}${edge === 100 ? '<tspan class="qs__sign">%</tspan>' : ''}`
		);
	});
	return `<svg class="qs__ticks" aria-hidden="true" focusable="false">${ticks.join('')}</svg>`;
}

/** Words at a place in per cent of the drawing: an attribute, since a page may not carry styles of its own. */
function fluidText(x: string, y: string, names: string, inside: string): string {
	const name = names.trim() === '' ? '' : ` class="${names.trim()}"`;
	return `<text${name} x="${x}" y="${y}">${inside}</text>`;
}

export type FixedStripOptions = StripOptions & {
	/** Width of the whole drawing, in its own units. */
	width: number;
	colours?: Partial<StripColours>;
	fontFamily?: string;
	/** Size of names and figures. */
	fontSize?: number;
	/** Free space at both ends of the scale, so that a mark at 0 or 100 is not cut. */
	inset?: number;
};

/**
 * The strip as one SVG of fixed width with a viewBox, explicit colours, no classes, no patterns, and its names and
 * figures as text: for renderers that know only plain shapes. The label is its `aria-label`.
 */
export function quantityStripSvg(
	strip: Strip,
	bands: readonly StripBand[],
	options: FixedStripOptions
): string {
	const colours = { ...stripColours, ...options.colours };
	const geometry = stripGeometry(strip, bands, options);
	const fontSize = options.fontSize ?? 11;
	const inset = options.inset ?? 10;
	const end = options.width - Math.max(inset, geometry.room + 1, options.room ?? 0);
	const across = (percent: number) => tidy(inset + (percent / 100) * (end - inset));
	const type = { size: fontSize, family: options.fontFamily ?? 'Roboto', colours };
	const names =
		options.names === false ? { height: 0, texts: '' } : fixedNames(strip, bands, across, inset, end, type);
	const ticks = options.ticks === false ? '' : fixedTicks(geometry, across, geometry.height, type);
	const above = names.height > 0 ? names.height : overhang(geometry);
	const below = ticks === '' ? overhang(geometry) : fontSize + 6;
	const height = tidy(above + geometry.height + below);
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${options.width}" height="${height}"` +
		` viewBox="0 0 ${options.width} ${height}" role="img" aria-label="${escaped(stripSentence(strip, { answers: options.answers, bands }))}">` +
		names.texts +
		`<g transform="translate(0 ${tidy(above)})">${stripShapes(geometry, across, false, colours)}${ticks}</g></svg>`
	);
}

/** A mark of a low plot may stand a little above and below it. */
function overhang({ plot }: StripGeometry): number {
	return Math.max(1, 11 - plot / 2);
}

type Type = { size: number; family: string; colours: StripColours };

/** Roboto runs at about half its size per letter; enough to know whether a name fits its band. */
const letter = 0.52;

function fixedNames(
	strip: Strip,
	bands: readonly StripBand[],
	across: (percent: number) => number,
	start: number,
	end: number,
	type: Type
): { height: number; texts: string } {
	const lineHeight = type.size * 1.2;
	const laid = bands.map((band, index) => {
		const fits = band.name.length * letter * type.size <= roomFor(bands, index, across, type.size);
		const lines = fits ? [band.name] : inTwo(band.name);
		const first = index === 0 && bands.length > 1;
		const last = index === bands.length - 1 && bands.length > 1;
		const width = Math.max(...lines.map((line) => line.length)) * letter * type.size;
		const overflows = width > across(band.to) - across(band.from);
		const anchor = last ? 'end' : first && overflows ? 'start' : 'middle';
		const x = anchor === 'end' ? end : anchor === 'start' ? start : across((band.from + band.to) / 2);
		return { band, lines, anchor, x };
	});
	const most = Math.max(...laid.map(({ lines }) => lines.length));
	const texts = laid.flatMap(({ band, lines, anchor, x }) =>
		lines.map((line, index) => {
			const inForce = band.name === strip.term;
			const y = type.size + (most - lines.length + index) * lineHeight;
			return text(line, x, y, anchor, inForce ? type.colours.text : type.colours.secondary, type, inForce);
		})
	);
	return { height: type.size + (most - 1) * lineHeight + 7, texts: texts.join('') };
}

/** A name may lean on its neighbour's free space by a third. */
function roomFor(
	bands: readonly StripBand[],
	index: number,
	across: (percent: number) => number,
	size: number
): number {
	const width = (at: number) => {
		const band = bands[at];
		return band ? across(band.to) - across(band.from) : 0;
	};
	const neighbour = index === bands.length - 1 ? index - 1 : index + 1;
	const free = width(neighbour) - (bands[neighbour]?.name.length ?? 0) * letter * size;
	return width(index) + Math.max(0, free) / 3;
}

function inTwo(name: string): string[] {
	const gap = name.lastIndexOf(' ');
	return gap === -1 ? [name] : [name.slice(0, gap), name.slice(gap + 1)];
}

function fixedTicks(
	geometry: StripGeometry,
	across: (percent: number) => number,
	bottom: number,
	type: Type
): string {
	const y = bottom + type.size + 3;
	const gapAtEnd = across(100) - across(geometry.edges[geometry.edges.length - 2] ?? 0);
	const tight = gapAtEnd < type.size * 3.6;
	return geometry.edges
		.map((edge, index) => {
			const words = edge === 100 && !tight ? '100%' : String(edge);
			const last = index === geometry.edges.length - 1;
			const anchor = index === 0 ? 'start' : last ? 'end' : 'middle';
			if (index === geometry.edges.length - 2 && gapAtEnd < type.size * 2.2) return '';
			return text(words, across(edge), y, anchor, type.colours.secondary, type, false);
		})
		.join('');
}

function text(
	words: string,
	x: number,
	y: number,
	anchor: string,
	fill: string,
	type: Type,
	bold: boolean
): string {
	return (
		`<text x="${tidy(x)}" y="${tidy(y)}" font-family="${escaped(type.family)}" font-size="${type.size}"` +
		`${bold ? ' font-weight="bold"' : ''} text-anchor="${anchor}" fill="${fill}">${escaped(words)}</text>`
	);
}

function escaped(words: string): string {
	return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
