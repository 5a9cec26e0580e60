import { describe, expect, it } from 'vitest';
import { deriveReadingProgress, type ReadingDone } from './reading-progress.ts';

const unit = { one: 'file', many: 'files' };
/** A Thursday. */
const now = '2026-03-05T16:00:00.000Z';
const reading = (
	person: string,
	completedAt: string | null,
	more: Partial<ReadingDone> = {}
): ReadingDone => ({
	person,
	name: person === 'ann' ? 'Ann Reid' : 'Bea Muir',
	reading: 1,
	state: completedAt === null ? 'not-started' : 'completed',
	completedAt,
	changes: 0,
	...more
});
const times = (count: number, one: ReadingDone) => Array.from({ length: count }, () => one);

describe('the progress of reading', () => {
	it('is told by reader: given, state, rate, and answers changed', () => {
		const { readers, whole } = deriveReadingProgress(
			[
				reading('bea', null),
				...times(3, reading('ann', '2026-03-04T10:00:00.000Z', { changes: 1 })),
				...times(2, reading('ann', '2026-03-05T10:00:00.000Z')),
				reading('ann', null, { state: 'in-progress', reading: 2 })
			],
			unit,
			now
		);
		expect(readers).toMatchObject([
			{
				name: 'Ann Reid',
				given: 6,
				second: 1,
				completed: 5,
				inProgress: 1,
				notStarted: 0,
				rate: '2.5 a day on 2 days',
				changes: 3
			},
			{ name: 'Bea Muir', given: 1, notStarted: 1, rate: null, changes: 0 }
		]);
		expect(whole).toMatchObject({ given: 7, completed: 5 });
	});

	it('says when it may be done, over the weekend, and on what assumption', () => {
		const { finish } = deriveReadingProgress(
			[...times(4, reading('ann', '2026-03-05T10:00:00.000Z')), ...times(8, reading('bea', null))],
			unit,
			now
		);
		expect(finish).toBe(
			'8 readings are left. They may be done on 9 March 2026, if from tomorrow on as many are read on every weekday as on the one day of reading so far: 4 a day by all readers together.'
		);
	});

	it.each([
		['nothing was given', [], /No file has been given/],
		['nothing was read', [reading('ann', null)], /No file has been read to its end yet/],
		['all was read', [reading('ann', now)], /All that was given to be read has been read/]
	])('says why nothing is expected where %s', (_, readings, sentence) => {
		expect(deriveReadingProgress(readings, unit, now).finish).toMatch(sentence);
	});

	it('leaves what was brought in out of the rate', () => {
		const brought = reading('ann', null, { state: 'completed' });
		expect(deriveReadingProgress([brought], unit, now).readers[0]).toMatchObject({
			completed: 1,
			rate: null
		});
	});
});
