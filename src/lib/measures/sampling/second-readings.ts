/** Draws the records that are read a second time, blind, and says who reads which. */
import { inOrderOfLots } from './lots.ts';

/** `readers`: everybody who reads or is to read it first, and so cannot be its second reader. */
export type FirstReading = { reference: string; record: number; readers: readonly string[] };
export type SecondReading = { reference: string; record: number; reader: string };

/** Of so many records a share says little: as many as this are read twice, where there are as many. */
export const leastSecond = 5;
export const usualShare = 0.1;

/** How many of `records` are drawn for a share between 0 and 1: at least five, at most all. */
export function secondReadingSize(records: number, share: number): number {
	// A hundredth of a record is no record: 10% of 60 is 6, however the share is kept.
	return Math.min(records, Math.max(leastSecond, Math.ceil(records * share - 1e-9)));
}

/**
 * The draw, in the order of its lots (lots.ts): the same seed, records and readers give the same draw. Each record goes
 * to the reader who has the fewest so far and is not among its first ones; those who have as many come in the order of
 * their own lots. Records that nobody else could read are left out before drawing.
 */
export function drawSecondReadings(
	records: readonly FirstReading[],
	readers: readonly string[],
	{ seed, share }: { seed: string; share: number }
): SecondReading[] {
	const order = inOrderOfLots(
		seed,
		readers.map((reference) => ({ reference }))
	).map(({ reference }) => reference);
	const possible = records.filter((record) => readers.some((reader) => !record.readers.includes(reader)));
	const drawn = inOrderOfLots(seed, possible).slice(0, secondReadingSize(possible.length, share));
	const load = new Map(order.map((reader) => [reader, 0]));
	const assigned = new Map<number, string>();
	// Those that only few can read come first, so that nobody ends up with all of them.
	const choices = (record: FirstReading) => order.filter((reader) => !record.readers.includes(reader));
	for (const record of [...drawn].sort((a, b) => choices(a).length - choices(b).length)) {
		const reader = choices(record).reduce((least, other) =>
			load.get(other)! < load.get(least)! ? other : least
		);
		load.set(reader, load.get(reader)! + 1);
		assigned.set(record.record, reader);
	}
	return drawn.map(({ reference, record }) => ({ reference, record, reader: assigned.get(record)! }));
}
