/**
 * A workshop in one room: people rate a component on their own telephones, and how their ratings are spread is shown
 * when whoever leads it says so. Nothing is averaged.
 */
import { perspectives, type Perspective } from './perspectives.ts';

/** After so many hours in which nobody led it on, a workshop is over by itself. */
export const workshopHours = 12;

/** `ledAt`: when it was opened or led on last; `at`: the time now. Both ISO 8601. */
export const isOverByItself = (ledAt: string, at: string): boolean =>
	Date.parse(at) - Date.parse(ledAt) >= workshopHours * 60 * 60 * 1000;

/** Letters and figures that are not taken for one another when they are read, written or said. */
export const codeSigns = 'ACDEFHJKMNPRTWXY3479';
export const codeLength = 6;

/** `pick(n)` gives a whole number from 0 to n − 1, at random. */
export const newCode = (pick: (below: number) => number): string =>
	Array.from({ length: codeLength }, () => codeSigns[pick(codeSigns.length)]).join('');

/** A code as somebody wrote it, in small letters or with spaces and strokes; null for what can be none. */
export function readCode(written: string): string | null {
	if (written.length > 40) return null;
	const code = written.toUpperCase().replace(/[\s\-–.]/g, '');
	return code.length === codeLength && [...code].every((sign) => codeSigns.includes(sign)) ? code : null;
}

/** `KM4 7RT`: as it is shown and read aloud. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** What one person in the room gave. */
export type Rating = { step: number; perspective: Perspective | null };

/** How many gave each step, from 0 to 4. */
export type Spread = { ratings: number; counts: number[] };

export function spreadOf(ratings: readonly Pick<Rating, 'step'>[]): Spread {
	const counts = [0, 1, 2, 3, 4].map((step) => ratings.filter((each) => each.step === step).length);
	return { ratings: ratings.length, counts };
}

/** A perspective is shown from so many ratings, and what is left over is nobody or as many. */
export const fewestInPerspective = 3;

/** The spread from where people see the work, as far as it singles nobody out. */
export type ByPerspective = {
	shown: { perspective: Perspective; spread: Spread }[];
	/** Ratings with a perspective that is not shown. */
	kept: number;
};

/**
 * Perspectives of at least three ratings. Where fewer than three ratings would be left over, they could be worked out
 * from the spread of all: then the smallest perspective is left out as well.
 */
export function byPerspective(ratings: readonly Rating[]): ByPerspective {
	const all = perspectives.map((perspective) => ({
		perspective,
		spread: spreadOf(ratings.filter((each) => each.perspective === perspective))
	}));
	let shown = all.filter(({ spread }) => spread.ratings >= fewestInPerspective);
	const left = () => ratings.length - shown.reduce((sum, { spread }) => sum + spread.ratings, 0);
	while (shown.length > 0 && left() > 0 && left() < fewestInPerspective) {
		const smallest = Math.min(...shown.map(({ spread }) => spread.ratings));
		const out = shown.findLast(({ spread }) => spread.ratings === smallest);
		shown = shown.filter((each) => each !== out);
	}
	const said = ratings.filter(({ perspective }) => perspective !== null).length;
	const seen = shown.reduce((sum, { spread }) => sum + spread.ratings, 0);
	return { shown, kept: said - seen };
}

/** The lowest and the highest step that anybody gave; null where nobody did. */
export function rangeOf({ counts }: Spread): { lowest: number; highest: number } | null {
	const lowest = counts.findIndex((count) => count > 0);
	return lowest < 0 ? null : { lowest, highest: counts.findLastIndex((count) => count > 0) };
}

/** The middle rating when all are put in order, the lower of the two in the middle; null where nobody rated. */
export function middleOf({ counts, ratings }: Spread): number | null {
	if (ratings === 0) return null;
	let before = 0;
	return counts.findIndex((count) => (before += count) >= ratings / 2);
}

/** Perspectives whose middle ratings lie two steps or more apart: the conversation to have. */
export function farApart({ shown }: ByPerspective): [lower: Perspective, higher: Perspective][] {
	const middles = shown.map(({ perspective, spread }) => ({ perspective, middle: middleOf(spread) ?? 0 }));
	return middles.flatMap((low) =>
		middles.flatMap((high): [Perspective, Perspective][] =>
			high.middle - low.middle >= 2 ? [[low.perspective, high.perspective]] : []
		)
	);
}
