import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
	givenReference,
	review,
	reviewWorld,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { log } from '../log.ts';
import { noteRead, recordSubject } from './note-read.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});
afterEach(() => vi.restoreAllMocks());

const opened = { verb: 'record-opened', review, subject: recordSubject('files', givenReference) } as const;

describe('a sensitive reading', () => {
	test('of a record is told with who read it and which it was', () => {
		noteRead(world.db, world.by('rona'), opened);
		expect(world.told()).toMatchObject([
			{ verb: 'record-opened', person: 'rona', subject: `files/${givenReference}` }
		]);
	});

	test('of a file is told with its kind', () => {
		noteRead(world.db, world.by('ailsa'), {
			verb: 'results-downloaded',
			review,
			subject: 'files',
			format: 'csv'
		});
		expect(world.told()).toMatchObject([
			{ verb: 'results-downloaded', subject: 'files', facts: { format: 'csv' } }
		]);
	});

	test.each([
		['morag', opened],
		['struan', { verb: 'results-downloaded', review, subject: 'files' }],
		['rona', { verb: 'record-opened', review, subject: recordSubject('files', 'I-2') }],
		['ailsa', { verb: 'record-opened', review, subject: recordSubject('files', 'nobody') }],
		['ailsa', { verb: 'results-downloaded', review: 'elsewhere', subject: 'files' }],
		['iain', { verb: 'trail-downloaded', review: null }]
	] as const)('of what %s may not see, or what is not there, is refused and not told', (name, reading) => {
		expect(() => noteRead(world.db, world.by(name), reading)).toThrow('There is nothing at this address');
		expect(world.told()).toEqual([]);
	});

	test('of a visitor who looks round the example is not told, and of anything else refused', () => {
		const visitor = { actor: { kind: 'visitor', exploring: true }, at: '2026-03-02T10:00:00.000Z' } as const;
		expect(() => noteRead(world.db, visitor, opened)).toThrow('There is nothing at this address');
		world.db.$client.prepare('update reviews set example = 1').run();
		noteRead(world.db, visitor, opened);
		expect(world.told()).toEqual([]);
	});

	test('goes on when the disk is full, and the log of the server tells of it', () => {
		const warned = vi.spyOn(log, 'warn').mockReturnValue();
		const full = new BetterSqlite3.SqliteError('database or disk is full', 'SQLITE_FULL');
		vi.spyOn(world.db, 'transaction').mockImplementation(() => {
			throw full;
		});
		noteRead(world.db, world.by('rona'), opened);
		expect(warned).toHaveBeenCalledWith(
			{ verb: 'record-opened', review, actor: 'person', person: 'rona' },
			expect.stringContaining('not in the trail')
		);
	});

	test('does not go on when the trail cannot be told for another reason', () => {
		world.db.$client.exec(
			"create trigger refuse before insert on events begin select raise(abort, 'out of order'); end"
		);
		expect(() => noteRead(world.db, world.by('rona'), opened)).toThrow('out of order');
	});
});
