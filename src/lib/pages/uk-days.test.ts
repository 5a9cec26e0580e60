import { describe, expect, test } from 'vitest';
import { dayOf } from './times.ts';
import { endOfDay, isDay, startOfDay } from './uk-days.ts';

describe('a day on the clock of Scotland', () => {
	test('begins at midnight there, in winter and in summer', () => {
		expect(startOfDay('2026-01-15')).toBe('2026-01-15T00:00:00.000Z');
		expect(startOfDay('2026-07-03')).toBe('2026-07-02T23:00:00.000Z');
	});

	test('lasts 23 hours when the clocks go forward and 25 when they go back', () => {
		const hours = (day: string) => (Date.parse(endOfDay(day)) - Date.parse(startOfDay(day))) / 3_600_000;
		expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-06-01')]).toEqual([23, 25, 24]);
	});

	test.each(['2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26', '2027-12-31'])(
		'of %s holds its first and its last moment, and no more',
		(day) => {
			const last = new Date(Date.parse(endOfDay(day)) - 1).toISOString();
			expect([dayOf(startOfDay(day)), dayOf(last)]).toEqual([day, day]);
			expect(dayOf(endOfDay(day))).not.toBe(day);
		}
	);

	test('is one that the calendar has', () => {
		expect(['2028-02-29', '2027-02-29', '2027-13-01', '27-01-01', '2027-01-01T', ''].map(isDay)).toEqual([
			true,
			false,
			false,
			false,
			false,
			false
		]);
	});
});
