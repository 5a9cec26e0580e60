import { beforeEach, describe, expect, test } from 'vitest';
import { review, reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import { Problem } from '../problems.ts';
import { listBatches } from '../queries/batches.ts';
import { measureSource } from '../queries/measures.ts';
import { findRecord } from '../queries/records.ts';
import { findSource } from '../queries/sources.ts';
import { importAnswers } from './import-answers.ts';
import { withdrawBatch } from './withdraw-batch.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const staff = () => findSource(world.db, review, 'staff');
const take = (text: string) =>
	importAnswers(world.db, { review, source: 'staff', text, ...world.by('ailsa') }).batch;
const withdraw = (batch: string, reason = 'The wrong file', name: 'ailsa' | 'magnus' = 'ailsa') =>
	withdrawBatch(world.db, world.by(name), { review, source: 'staff', batch, reason });
const rows = (table: string) => world.db.$client.prepare(`select count(*) from ${table}`).pluck().get();
const positives = () => measureSource(world.db, staff(), 'care-inspectorate-quantity@2019')[0]!.positive;

const first = 'reference,S1,S2\nS-3,yes,More time\nS-4,yes,\n';
const second = 'reference,S1,S2\nS-5,yes,\n';

describe('a batch that is withdrawn', () => {
	test('takes its records and answers along, and the counts change at once; the others stay', () => {
		const before = { positives: positives(), answers: rows('answers'), written: rows('written_answers') };
		const batch = take(first);
		take(second);
		expect(positives()).toBe(before.positives + 3);
		expect(withdraw(batch)).toEqual({ records: 2, answers: 3, written: 1, readings: 0 });
		expect(positives()).toBe(before.positives + 1);
		expect([rows('answers'), rows('written_answers')]).toEqual([Number(before.answers) + 1, before.written]);
		expect(findRecord(world.db, staff(), 'S-5')).toMatchObject({ number: 5, previous: 'S-2', next: null });
		expect(world.db.$client.pragma('foreign_key_check')).toEqual([]);
	});

	test('takes along what was read, remarked, settled and given of its records', () => {
		const batch = take(first);
		const { key } = staff();
		const by = "1, 'ailsa', '2026-03-02T10:00:00.000Z'";
		world.db.$client.exec(`
			insert into readings (source_id, record, reading, person_id, state, started_at, changes, version, changed_by, changed_at)
				values (${key}, 3, 1, 'rona', 'complete', 'x', 0, ${by}), (${key}, 1, 1, 'rona', 'complete', 'x', 0, ${by});
			insert into reading_comments (source_id, record, reading, question, text, version, changed_by, changed_at)
				values (${key}, 4, 1, 0, 'Unsure', ${by});
			insert into adjudications (source_id, question, record, value, reason, version, changed_by, changed_at)
				values (${key}, 0, 4, 1, 'Both looked', ${by})`);
		expect(withdraw(batch).readings).toBe(1);
		expect([rows('readings'), rows('reading_comments'), rows('adjudications')]).toEqual([1, 0, 0]);
	});

	test('stays as a line that says when and why, and its file can be brought in again', () => {
		const batch = take(first);
		withdraw(batch);
		expect(listBatches(world.db, staff().key)).toMatchObject([
			{ id: batch, records: 2, withdrawnAt: '2026-03-02T10:00:00.000Z', reason: 'The wrong file' }
		]);
		expect(world.told().at(-1)).toMatchObject({
			verb: 'batch-withdrawn',
			person: 'ailsa',
			subject: 'staff',
			reason: 'The wrong file',
			facts: { records: 2, answers: 3 }
		});
		expect(take(first)).not.toBe(batch);
		expect(staff().recordCount).toBe(4);
	});

	test('twice is withdrawn once', () => {
		const batch = take(first);
		withdraw(batch);
		withdraw(batch);
		expect(world.told().filter(({ verb }) => verb === 'batch-withdrawn')).toHaveLength(1);
	});

	test('needs a reason that names nobody', () => {
		const batch = take(first);
		for (const reason of [' ', 'Ring 0131 496 0000 about it'])
			expect(() => withdraw(batch, reason), reason).toThrow(Problem);
		expect(staff().recordCount).toBe(4);
	});

	test('is not there for anybody who does not lead the review, nor in another source', () => {
		const batch = take(first);
		expect(() => withdraw(batch, 'The wrong file', 'magnus')).toThrow('There is nothing at this address');
		expect(() =>
			withdrawBatch(world.db, world.by('ailsa'), { review, source: 'files', batch, reason: 'Wrong' })
		).toThrow('There is nothing at this address');
		expect(staff().recordCount).toBe(4);
	});
});
