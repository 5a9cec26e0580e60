import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../access/actor.ts';
import { noteBackup } from '../commands/note-backup.ts';
import { openDatabase } from '../db/open.ts';
import { takeServingLock } from '../db/serving-lock.ts';
import { examineCairn, type Examined } from './examine.ts';

const now = '2026-03-15T12:00:00.000Z';

let folder: string;
beforeEach(() => {
	folder = join(mkdtempSync(join(tmpdir(), 'cairn-doctor-')), 'kept');
	const db = openDatabase(folder);
	noteBackup(db, { actor: operator, at: now }, { file: 'first', bytes: 1 });
	db.$client.close();
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const examine = (given: Partial<Examined> = {}) =>
	examineCairn({ folder, backups: join(folder, 'backups'), environment: {}, now, ...given });
const line = (what: string, given: Partial<Examined> = {}) =>
	examine(given).find((each) => each.what === what)!;
const states = (given: Partial<Examined> = {}) =>
	Object.fromEntries(examine(given).map(({ what, state }) => [what, state]));

function write(sql: string): void {
	const db = openDatabase(folder);
	db.$client.pragma('foreign_keys = OFF');
	db.$client.exec(sql);
	db.$client.close();
}

function backup(name: string, text = ''): void {
	mkdirSync(join(folder, 'backups'), { recursive: true });
	writeFileSync(join(folder, 'backups', name), text);
}

describe('the doctor', () => {
	test('finds nothing broken in a new installation, and misses a first backup', () => {
		expect(states()).toEqual({
			Database: 'fine',
			'Foreign keys': 'fine',
			Schema: 'fine',
			Writing: 'fine',
			Trail: 'fine',
			Demonstration: 'fine',
			Clock: 'fine',
			Disk: expect.stringMatching(/fine|look/),
			Address: 'fine',
			Permissions: 'fine',
			Backups: 'look',
			Server: 'fine'
		});
	});

	test('says of every line that is not fine what to do', () => {
		write("insert into event_texts (event, salt) values (99, 'x'); update events set verb = 'other'");
		const lines = examine({ environment: { HOST: '0.0.0.0' }, now: '2019-01-01T00:00:00.000Z' });
		const troubled = lines.filter(({ state }) => state !== 'fine');
		expect(troubled.length).toBeGreaterThan(4);
		expect(troubled.filter(({ todo }) => todo === null)).toEqual([]);
	});

	test('finds a damaged database, and goes on to the other lines', () => {
		const file = join(folder, 'cairn.sqlite');
		const bytes = readFileSync(file);
		writeFileSync(file, bytes.fill(7, 4096, 4096 * 6));
		expect(line('Database')).toMatchObject({ state: 'broken' });
		expect(line('Server').state).toBe('fine');
		writeFileSync(file, 'These are notes, and there are enough of them to be read as a file.');
		expect(line('Database').todo).toMatch(/restore the newest backup/);
	});

	test('finds rows that have lost what they belong to', () => {
		write("insert into event_texts (event, salt) values (99, 'x')");
		expect(line('Foreign keys')).toMatchObject({ state: 'broken', found: expect.stringContaining('1 row') });
	});

	test('finds a newer schema', () => {
		write('pragma user_version = 9999');
		expect(line('Schema')).toMatchObject({ state: 'broken', todo: expect.stringContaining('Update Cairn') });
	});

	test('finds an older schema, and leaves it as it is', () => {
		write('pragma user_version = 1');
		expect(line('Schema').state).toBe('look');
		expect(line('Schema').found).toMatch(/^It is 1; this Cairn brings it to/);
		expect(line('Schema').state).toBe('look');
	});

	test('finds a trail that was altered', () => {
		write("update events set verb = 'other' where id = 1");
		expect(line('Trail')).toMatchObject({ state: 'broken', todo: expect.stringContaining('audit verify') });
	});

	test('finds a clock that was set back, or is in an impossible year', () => {
		expect(line('Clock', { now: '2026-03-15T11:58:00.000Z' }).state).toBe('fine');
		expect(line('Clock', { now: '2026-03-15T03:00:00.000Z' }).found).toBe(
			'The last change is 9 hours in the future.'
		);
		expect(line('Clock', { now: '1970-01-01T00:10:00.000Z' }).state).toBe('broken');
	});

	test.each([
		[{}, 'fine'],
		[{ HOST: '127.0.0.1' }, 'fine'],
		[{ HOST: '0.0.0.0' }, 'broken'],
		[{ HOST: '0.0.0.0', ORIGIN: 'http://cairn.example.org' }, 'broken'],
		[{ ORIGIN: 'http://cairn.example.org' }, 'broken'],
		[{ ORIGIN: 'http://localhost:8080' }, 'fine'],
		[{ HOST: '0.0.0.0', ORIGIN: 'https://cairn.example.org' }, 'look'],
		[{ ORIGIN: 'https://cairn.example.org', CAIRN_PROXIES: '1' }, 'fine']
	])('with %o says of the address that it is %s', (environment, state) => {
		expect(line('Address', { environment }).state).toBe(state);
	});

	test('finds signing in by one press on a machine where people have accounts', () => {
		const environment = { CAIRN_DEMO: '1' };
		expect(line('Demonstration', { environment }).state).toBe('fine');
		write(
			"insert into people (id, name, email, created_at, updated_at) values ('p', 'Ada', 'ada@example.org', 1, 1)"
		);
		expect(line('Demonstration', { environment }).state).toBe('broken');
		expect(line('Demonstration').state).toBe('fine');
	});

	test('finds a folder or secret that other accounts can open', () => {
		writeFileSync(join(folder, 'secret'), 'x', { mode: 0o644 });
		expect(line('Permissions').todo).toBe(`chmod go-rwx ${join(folder, 'secret')}`);
		chmodSync(join(folder, 'secret'), 0o600);
		chmodSync(folder, 0o755);
		expect(line('Permissions').state).toBe('look');
	});

	test('finds backups that are old, failed, or off', () => {
		backup('cairn-2026-03-15T02-00-00Z.tar.gz');
		expect(line('Backups').found).toMatch(/^The newest is 10 hours old and verified; 1 in/);
		expect(line('Backups', { now: '2026-03-18T12:00:00.000Z' }).state).toBe('broken');
		expect(line('Backups', { environment: { CAIRN_BACKUP_HOURS: '0' } }).state).toBe('look');
		backup('cairn-2026-03-15T11-00-00Z.failed.txt', 'There is too little room.\n');
		expect(line('Backups')).toMatchObject({
			state: 'broken',
			found: 'The last one failed: There is too little room.'
		});
		backup('cairn-2026-03-15T11-30-00Z.tar.gz');
		expect(line('Backups').state).toBe('fine');
	});

	test('says which process serves, and what a restore left', () => {
		const release = takeServingLock(folder, 'serving');
		expect(line('Server').found).toBe(`Cairn is running (process ${process.pid}).`);
		release();
		mkdirSync(join(folder, 'replaced-2026'));
		expect(line('Left over').todo).toMatch(/when you no longer need it/);
	});

	test('says of a folder without a database how to get one', () => {
		rmSync(folder, { recursive: true });
		expect(line('Database').todo).toMatch(/Start Cairn once/);
	});
});
