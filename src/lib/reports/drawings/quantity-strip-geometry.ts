/**
 * The geometry of a quantity strip: one scale from 0 to 100 per cent, ruled where one term gives way to the next,
 * on which the share, its interval and the answers all lie. Across, everything is in per cent of the scale; down,
 * in pixels (or points). Nothing is drawn here, so that page, PDF and Word draw the same thing.
 */
import type { Measure } from '#lib/measures/measure.ts';

/** A named stretch of the scale, in per cent. */
export type StripBand = { name: string; from: number; to: number };

export type AnswerKind = 'yes' | 'partly' | 'no' | 'not-recorded';
export type AnswerPart = { kind: AnswerKind; count: number };

/** Records that the share is not taken of. They are counted beside the bar and never lie inside it. */
export type OutsideKind = 'not-applicable' | 'not-recorded' | 'blank';
export type OutsidePart = { kind: OutsideKind; count: number };

/** What a strip shows. Shares are between 0 and 1; a null share is a question without evidence. */
export type Strip = {
	positive: number;
	base: number;
	share: number | null;
	interval: { low: number; high: number } | null;
	/** Names of the terms that the interval touches, lowest first. */
	touches?: readonly string[];
	/** True: the interval lies in one band. Null: there is no interval. */
	secure: boolean | null;
	term: string | null;
	/** Beside one's own: a square for a family, an upright bar for Scotland. Neither has a band in force. */
	mark?: 'square' | 'bar';
	/** The answers in the base, in the order in which they lie; together they make the base. */
	parts?: readonly AnswerPart[];
	outside?: readonly OutsidePart[];
};

export type MarkShape = 'disc' | 'ring' | 'diamond' | 'square' | 'bar';

export type StripGeometry = {
	/** Height of the plot that holds the mark, and of the whole drawing with the answer bar. */
	plot: number;
	height: number;
	middle: number;
	/** Where one band meets the next, in per cent, with 0 and 100. */
	edges: number[];
	/** The band in force. */
	band: StripBand | null;
	interval: { from: number; to: number } | null;
	/** A disc is secure, a ring borderline, a diamond has no interval; a group that is compared has a mark of its own. */
	mark: { shape: MarkShape; at: number } | null;
	bar: { top: number; bottom: number; parts: (AnswerPart & { from: number; to: number })[] } | null;
	/** The line that ties the mark to the end of “yes”: only where both are the same share. */
	drop: { at: number; from: number; to: number } | null;
	/** Counted boxes to the right of the bar: distances from the end of the scale. */
	outside: (OutsidePart & { left: number; width: number })[];
	/** How far the boxes reach beyond the end of the scale. */
	room: number;
};

const gapAboveBar = 12;
const barHeight = 16;
const rulesBelowBar = 4;
const gapBeforeOutside = 12;
const gapBetweenOutside = 4;

/** The plot heights in use: a page, an exhibit, a comparison, and beside a finding. */
export const plotHeights = { page: 36, exhibit: 28, compare: 34, mini: 24 } as const;

/**
 * Works out where everything lies.
 * @param strip the measure
 * @param bands the terms of the quantity scale, lowest first, in per cent
 * @param options plot height, and whether the answer bar is drawn
 */
export function stripGeometry(
	strip: Strip,
	bands: readonly StripBand[],
	options: { plot?: number; answers?: boolean } = {}
): StripGeometry {
	const plot = options.plot ?? plotHeights.page;
	const middle = plot / 2;
	const at = strip.share === null ? null : strip.share * 100;
	const parts = options.answers && strip.base > 0 ? laidOut(strip.parts ?? [], strip.base) : [];
	const top = plot + gapAboveBar;
	const bar = parts.length > 0 ? { top, bottom: top + barHeight, parts } : null;
	const endOfYes = (strip.positive / strip.base) * 100;
	// A share weighted by stratum differs from the plain one that the bar shows: then nothing ties them.
	const tied = bar !== null && at !== null && Math.abs(at - endOfYes) < 0.05;
	const outside = bar ? boxes(strip.outside ?? []) : [];
	return {
		plot,
		height: bar ? bar.bottom + rulesBelowBar : plot,
		middle,
		edges: [...new Set([0, ...bands.flatMap((band) => [band.from, band.to]), 100])].sort((a, b) => a - b),
		band: strip.mark ? null : (bands.find((band) => band.name === strip.term) ?? null),
		interval: strip.interval ? { from: strip.interval.low * 100, to: strip.interval.high * 100 } : null,
		mark: at === null ? null : { shape: strip.mark ?? shapeOf(strip), at },
		bar,
		drop: tied ? { at, from: middle, to: bar.top } : null,
		outside,
		room: outside.length > 0 ? outside[outside.length - 1]!.left + outside[outside.length - 1]!.width : 0
	};
}

/** The shape says how sure the term is. */
export function shapeOf(strip: Pick<Strip, 'interval' | 'secure'>): 'disc' | 'ring' | 'diamond' {
	if (!strip.interval) return 'diamond';
	return strip.secure === false ? 'ring' : 'disc';
}

function laidOut(parts: readonly AnswerPart[], base: number) {
	let before = 0;
	return parts
		.filter((part) => part.count > 0)
		.map((part) => {
			const from = (before / base) * 100;
			before += part.count;
			return { ...part, from, to: (before / base) * 100 };
		});
}

/** The boxes hold their number; they are not to scale, since they belong to no share. */
function boxes(outside: readonly OutsidePart[]) {
	let left = gapBeforeOutside;
	return outside
		.filter((part) => part.count > 0)
		.map((part) => {
			const width = 10 + 7 * String(part.count).length;
			const box = { ...part, left, width };
			left += width + gapBetweenOutside;
			return box;
		});
}

/** The strip of a measure: its answers in the base, and what lies outside it. */
export function stripOfMeasure(measure: Measure): Strip {
	const { tally } = measure;
	const unrecordedInBase = Math.min(
		tally.notRecorded,
		Math.max(0, measure.base - measure.positive - tally.partly - tally.negative)
	);
	const no = measure.base - measure.positive - tally.partly - unrecordedInBase;
	return {
		positive: measure.positive,
		base: measure.base,
		share: measure.share,
		interval: measure.interval,
		touches: measure.touches,
		secure: measure.secure,
		term: measure.term,
		parts: [
			{ kind: 'yes', count: measure.positive },
			{ kind: 'partly', count: tally.partly },
			{ kind: 'no', count: no },
			{ kind: 'not-recorded', count: unrecordedInBase }
		],
		outside: [
			{ kind: 'not-applicable', count: tally.notApplicable },
			{ kind: 'not-recorded', count: tally.notRecorded - unrecordedInBase },
			{ kind: 'blank', count: tally.blank }
		]
	};
}
