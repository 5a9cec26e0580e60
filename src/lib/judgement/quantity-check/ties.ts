/** Which measure a phrase is tied to: the one that was tied to this place, else the one whose k of n the sentence says. */
import type { MeasureToCheck, Tie } from './shapes.ts';

export type Tied = { measure: MeasureToCheck; tie: Tie | null };

export type Ties = {
	/** Whether a place of the text is tied at all. */
	any: boolean;
	/** The places from the one reached on that begin before an end. */
	upTo(end: number): Tie[];
	/** The measure tied to a place that overlaps this one; each tie is given away once. */
	over(start: number, end: number): Tied | null;
	/** The measure of so many of so many, or null. */
	ofCount(positive: number, base: number): MeasureToCheck | null;
};

/** Takes the places in the order of the text. */
export function tiesOf(measures: readonly MeasureToCheck[]): Ties {
	const places = measures
		.flatMap((measure) => (measure.at ?? []).map((tie) => ({ measure, tie })))
		.sort((a, b) => a.tie.start - b.tie.start || a.tie.end - b.tie.end);
	const byCount = new Map<string, MeasureToCheck>();
	for (const measure of measures) {
		const key = `${measure.positive}/${measure.base}`;
		if (!byCount.has(key)) byCount.set(key, measure);
	}
	let next = 0;
	return {
		any: places.length > 0,
		over(start, end) {
			while (next < places.length && places[next]!.tie.end <= start) next += 1;
			const found = places[next];
			if (!found || found.tie.start >= end) return null;
			next += 1;
			return found;
		},
		upTo(end) {
			let last = next;
			while (last < places.length && places[last]!.tie.start < end) last += 1;
			return places.slice(next, last).map(({ tie }) => tie);
		},
		ofCount: (positive, base) => byCount.get(`${positive}/${base}`) ?? null
	};
}
