import { describe, expect, test } from 'vitest';
import { operator } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import { change } from '../commands/change.ts';
import { noteBackup } from '../commands/note-backup.ts';
import { asDiskFull } from './disk-full.ts';
import { openDatabase } from './open.ts';

const by = { actor: operator, at: '2026-03-15T12:00:00.000Z' };

describe('a full disk', () => {
	test('is told from other faults, also where it is the cause of one', () => {
		const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
		expect(asDiskFull(new Error('Failed query', { cause: full }))?.status).toBe(507);
		expect(asDiskFull(Object.assign(new Error(), { code: 'SQLITE_BUSY' }))).toBeNull();
		expect(asDiskFull('full')).toBeNull();
	});

	test('stores nothing of a change, says so, and lets the next one through when there is room', () => {
		const db = openDatabase(':memory:');
		noteBackup(db, by, { file: 'before', bytes: 1 });
		const pages = db.$client.pragma('page_count', { simple: true }) as number;
		db.$client.pragma(`max_page_count = ${pages}`);
		const save = (length: number) =>
			change(db, by, { action: 'look-after-installation', of: () => installation }, (note) =>
				note({ verb: 'setting-changed', subject: 'retention', after: 'word '.repeat(length) })
			);
		expect(() => save(20_000)).toThrow(/disk of this Cairn is full: this was not stored/);
		expect(db.$client.prepare('select count(*) from events').pluck().get()).toBe(1);
		db.$client.pragma('max_page_count = 100000');
		save(20_000);
		expect(db.$client.prepare('select count(*) from events').pluck().get()).toBe(2);
		db.$client.close();
	});
});
