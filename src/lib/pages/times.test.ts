import { expect, test } from 'vitest';
import { clockTime, dayAndTime } from './times.ts';

test('a time is said on the clock of Scotland, in summer and in winter', () => {
	expect([clockTime('2026-07-03T13:02:11.000Z'), clockTime('2026-01-03T13:02:11.000Z')]).toEqual([
		'14:02',
		'13:02'
	]);
});

test('shortly after midnight it is the next day', () => {
	expect(dayAndTime('2026-07-03T23:30:00.000Z')).toBe('00:30 on 4 July 2026');
});
