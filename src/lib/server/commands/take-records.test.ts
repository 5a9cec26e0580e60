import { beforeEach, describe, expect, test } from 'vitest';
import { review, reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import { findNextToRead, listUnread, loadReadingList } from '../queries/given-records.ts';
import { findSource } from '../queries/sources.ts';
import { takeRecords } from './take-records.ts';

let world: ReviewWorld;
let key: number;
beforeEach(() => {
	world = reviewWorld();
	key = findSource(world.db, review, 'files').key;
	world.db.$client.prepare('delete from answers where source_id = ? and record > 2').run(key);
});

const take = (name: 'ailsa' | 'rona' | 'magnus', most = 1) =>
	takeRecords(world.db, world.by(name), { review, source: 'files', most });

describe('who leads a review', () => {
	test('takes the next records that nobody has and nobody answered, and becomes a file reader', () => {
		expect(listUnread(world.db, key)).toEqual([3, 4]);
		expect(take('ailsa')).toEqual([3]);
		expect(take('ailsa', 10)).toEqual([4]);
		expect(world.told().map(({ verb, subject }) => [verb, subject])).toEqual([
			['duty-given', 'ailsa'],
			['records-given', 'ailsa'],
			['records-given', 'ailsa']
		]);
		const list = loadReadingList(world.db, review, 'files', world.actor('ailsa'));
		expect(list.readers.map(({ name, own }) => [name, own])).toEqual([
			['Ailsa', true],
			['Rona', false]
		]);
		expect([list.next?.reference, list.left]).toEqual(['I-3', 0]);
		expect(findNextToRead(world.db, world.actor('ailsa'), review, 'files', 'I-3')).toBe('I-4');
	});

	test('is told when none is left', () => {
		take('ailsa', 10);
		expect(() => take('ailsa')).toThrow(expect.objectContaining({ code: 'form-invalid' }));
	});

	test('is the only one who may', () => {
		for (const name of ['rona', 'magnus'] as const)
			expect(() => take(name)).toThrow(expect.objectContaining({ code: 'not-found' }));
	});
});
