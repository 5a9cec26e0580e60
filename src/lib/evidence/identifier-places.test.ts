import { describe, expect, it } from 'vitest';
import { placeIdentifiers } from './identifier-places.ts';

const places = (text: string) => placeIdentifiers(text).map(({ line, column }) => [line, column]);

describe('the place of an identifier', () => {
	it('is its line and its column, both from 1', () => {
		expect(placeIdentifiers('all well\nwrite to a@b.scot or ML3 0AA')).toMatchObject([
			{ line: 2, column: 10, kind: 'email', text: 'a@b.scot' },
			{ line: 2, column: 22, kind: 'postcode', text: 'ML3 0AA' }
		]);
	});

	it('does not depend on how lines end', () => {
		for (const end of ['\n', '\r\n', '\r']) expect(places(`one${end}${end}a@b.scot`)).toEqual([[3, 1]]);
	});

	it('counts a character once, however many units it is kept in', () => {
		expect(places('é😀😀 a@b.scot')).toEqual([[1, 5]]);
	});

	it('is found in a line of a million characters as soon as in many lines', () => {
		const start = performance.now();
		expect(places('a@b.scot '.repeat(110_000)).at(-1)).toEqual([1, 989_992]);
		expect(performance.now() - start).toBeLessThan(5000);
	});
});
