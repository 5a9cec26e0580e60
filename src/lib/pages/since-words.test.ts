import { expect, test } from 'vitest';
import { shortTime, sinceWords } from './since-words.ts';

const now = '2026-11-06T15:00:00.000Z';

test('a visit is said by the hour today, by the day this week, and by its date before', () => {
	const said = [
		'2026-11-06T09:30:00Z',
		'2026-11-05T23:59:00Z',
		'2026-11-02T10:00:00Z',
		'2026-07-03T22:30:00Z'
	];
	expect(said.map((then) => sinceWords(then, now))).toEqual([
		'today at 09:30',
		'yesterday',
		'on Monday',
		'on 3 July 2026'
	]);
});

test('the time of a change is as short as it can be', () => {
	const said = ['2026-11-06T09:30:00Z', '2026-11-02T10:00:00Z', '2026-07-03T22:30:00Z'];
	expect(said.map((then) => shortTime(then, now))).toEqual(['09:30', 'Mon 10:00', '3 July 2026']);
});
