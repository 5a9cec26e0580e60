/**
 * Draws a sample from a frame: simple random, stratified or all of it, with replacements drawn in advance. The same
 * frame and the same asking give the same draw, for ever and on any machine.
 */
import type { FrameEntry } from '#lib/evidence/frame.ts';
import { proportional, type Stratum } from './allocation.ts';
import { inOrderOfLots } from './lots.ts';

export type DrawAsked = {
	design: 'random' | 'stratified' | 'census';
	/** Tidied (`tidySeed`). A census needs none; any will do. */
	seed: string;
	/** How many to draw; not looked at for a census or where there are numbers. */
	size: number;
	/** The column of the strata; null unless stratified. */
	column: string | null;
	/** Set numbers by stratum, for strata that are not drawn in proportion. Those left out get none. */
	numbers: Readonly<Record<string, number>> | null;
	/** How many replacements; for a stratified sample in each stratum. As many as there are, when there are fewer. */
	replacements: number;
};

export type DrawnStratum = {
	stratum: string;
	/** Its size in the frame. */
	frame: number;
	drawn: number;
	replacements: number;
};

export type Draw = {
	/** In the order of their lots, over all strata: any first part of it is a random sample too. */
	drawn: FrameEntry[];
	/** In the order in which they are to be used; those of a stratum together. */
	replacements: FrameEntry[];
	/** By size, the largest first; null unless stratified. */
	strata: DrawnStratum[] | null;
};

/** What was asked for cannot be drawn from this frame: `field` says which part of the asking, the message why. */
export class DrawFault extends RangeError {
	readonly field: 'size' | 'column' | 'numbers' | 'replacements';

	constructor(field: DrawFault['field'], message: string) {
		super(message);
		this.name = 'DrawFault';
		this.field = field;
	}
}

/** Too many strata hold too few each to say anything of. */
const mostStrata = 50;

/**
 * The draw. References in the frame must be unique. Throws a DrawFault when more is asked for than the frame or a
 * stratum holds, or when a stratum is not known of every entry.
 */
export function drawSample(frame: readonly FrameEntry[], asked: DrawAsked): Draw {
	if (asked.design === 'census') return { drawn: [...frame], replacements: [], strata: null };
	if (!Number.isSafeInteger(asked.replacements) || asked.replacements < 0)
		throw new DrawFault('replacements', 'Write the number of replacements as a whole number, 0 or more.');
	const ordered = inOrderOfLots(asked.seed, frame);
	if (asked.design === 'stratified') return drawByStratum(frame, ordered, asked);
	checkSize(asked.size, frame.length);
	return {
		drawn: ordered.slice(0, asked.size),
		replacements: ordered.slice(asked.size, asked.size + asked.replacements),
		strata: null
	};
}

function drawByStratum(frame: readonly FrameEntry[], ordered: FrameEntry[], asked: DrawAsked): Draw {
	const { column, replacements } = asked;
	const strata = strataOf(frame, column);
	const numbers = asked.numbers ? setNumbers(strata, asked.numbers) : inProportion(strata, asked.size);
	const parts = strata.map(({ name, size }) => {
		const inStratum = ordered.filter((entry) => entry.strata[column!] === name);
		const number = numbers.get(name) ?? 0;
		const drawn = inStratum.slice(0, number);
		// Nobody stands in for a stratum of which nothing was drawn.
		const spare = number === 0 ? [] : inStratum.slice(number, number + replacements);
		return { name, size, drawn, spare };
	});
	const drawn = new Set(parts.flatMap((part) => part.drawn));
	return {
		drawn: ordered.filter((entry) => drawn.has(entry)),
		replacements: parts.flatMap(({ spare }) => spare),
		strata: parts.map((part) => ({
			stratum: part.name,
			frame: part.size,
			drawn: part.drawn.length,
			replacements: part.spare.length
		}))
	};
}

/**
 * The strata of a frame by a column, the largest first. Throws a DrawFault when an entry has none, or when there is
 * no such column or too many strata.
 */
export function strataOf(frame: readonly FrameEntry[], column: string | null): Stratum[] {
	if (column === null) throw new DrawFault('column', 'Choose the column of the strata.');
	const sizes = new Map<string, number>();
	for (const { reference, strata } of frame) {
		const name = Object.hasOwn(strata, column) ? strata[column] : undefined;
		if (name === undefined)
			throw new DrawFault(
				'column',
				`The reference “${reference}” has nothing in the column “${column}”; every one needs its stratum.`
			);
		sizes.set(name, (sizes.get(name) ?? 0) + 1);
	}
	if (sizes.size > mostStrata)
		throw new DrawFault(
			'column',
			`The column “${column}” has ${sizes.size} different values; strata are at most ${mostStrata}.`
		);
	return [...sizes]
		.map(([name, size]) => ({ name, size }))
		.sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1));
}

function inProportion(strata: readonly Stratum[], size: number): Map<string, number> {
	checkSize(
		size,
		strata.reduce((total, stratum) => total + stratum.size, 0)
	);
	return proportional(strata, size);
}

function setNumbers(
	strata: readonly Stratum[],
	asked: Readonly<Record<string, number>>
): Map<string, number> {
	const numbers = new Map(Object.entries(asked));
	for (const [name, number] of numbers) {
		const stratum = strata.find((each) => each.name === name);
		if (!stratum)
			throw new DrawFault(
				'numbers',
				`There is no stratum “${name}”. There are: ${strata.map((each) => each.name).join(', ')}.`
			);
		if (!Number.isSafeInteger(number) || number < 0 || number > stratum.size)
			throw new DrawFault('numbers', `Of “${name}” one can draw 0 to ${stratum.size}.`);
	}
	if ([...numbers.values()].every((number) => number === 0))
		throw new DrawFault('numbers', 'Say how many to draw from at least one stratum.');
	return numbers;
}

function checkSize(size: number, frame: number): void {
	if (!Number.isSafeInteger(size) || size < 1)
		throw new DrawFault('size', 'Write how many to draw as a whole number above 0.');
	if (size > frame)
		throw new DrawFault('size', `The frame has ${frame}, so one cannot draw ${size} from it.`);
}
