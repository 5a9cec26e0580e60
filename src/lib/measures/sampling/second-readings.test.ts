import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSecondReadings, secondReadingSize, type FirstReading } from './second-readings.ts';

const filesOf = (readers: (number: number) => string[], files = 60): FirstReading[] =>
	Array.from({ length: files }, (_, index) => ({
		reference: `F-${index + 1}`,
		record: index + 1,
		readers: readers(index)
	}));
const people = ['ann', 'bea', 'cal', 'dee', 'eve', 'fay'];
const asked = { seed: '7', share: 0.1 };

describe('the size of a second reading', () => {
	it.each([
		[60, 0.1, 6],
		[61, 0.1, 7],
		[30, 0.1, 5],
		[3, 0.1, 3],
		[60, 0.5, 30],
		[0, 0.1, 0]
	])('of %i records at a share of %d is %i: at least five, at most all', (records, share, size) => {
		expect(secondReadingSize(records, share)).toBe(size);
	});
});

describe('the draw for a second reading', () => {
	it('gives each record to somebody else than its first reader, each reader about as many', () => {
		const drawn = drawSecondReadings(
			filesOf((index) => [people[index % 6]!]),
			people,
			{ seed: '7', share: 0.5 }
		);
		expect(drawn).toHaveLength(30);
		for (const { record, reader } of drawn) expect(reader).not.toBe(people[(record - 1) % 6]);
		expect([...Map.groupBy(drawn, ({ reader }) => reader).values()].map(({ length }) => length)).toEqual([
			5, 5, 5, 5, 5, 5
		]);
	});

	it('is the same again from the same seed, in whatever order records and readers come', () => {
		const files = filesOf((index) => [people[index % 2]!]);
		const first = drawSecondReadings(files, people, asked);
		expect(drawSecondReadings([...files].reverse(), [...people].reverse(), asked)).toEqual(first);
		expect(drawSecondReadings(files, people, { ...asked, seed: '8' })).not.toEqual(first);
	});

	it('never gives a record to its first reader, and leaves no reader with two more than they need have', () => {
		const readersOf = fc.array(fc.subarray(people, { maxLength: 2 }), { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(readersOf, fc.string(), (readers, seed) => {
				const files = filesOf((index) => readers[index]!, readers.length);
				const drawn = drawSecondReadings(files, people, { seed, share: 1 });
				expect(drawn).toHaveLength(files.length);
				for (const { record, reader } of drawn) expect(readers[record - 1]).not.toContain(reader);
			})
		);
	});

	it('leaves out what nobody else could read', () => {
		expect(
			drawSecondReadings(
				filesOf(() => ['ann', 'bea']),
				['ann', 'bea'],
				asked
			)
		).toEqual([]);
	});
});
