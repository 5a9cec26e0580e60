import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../access/actor.ts';
import { noteBackup } from '../commands/note-backup.ts';
import { databaseName, openAsItIs, openDatabase } from '../db/open.ts';
import { verifyTrail } from '../queries/verify-trail.ts';
import { listBackups, listFailures } from './kept-backups.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const at = '2026-03-15T12:00:00.000Z';
const later = '2026-03-16T12:00:00.000Z';

let top: string;
let folder: string;
let to: string;
beforeEach(() => {
	top = mkdtempSync(join(tmpdir(), 'cairn-backup-'));
	folder = join(top, 'kept');
	to = join(top, 'backups');
	const db = openDatabase(folder);
	for (const number of [1, 2, 3])
		noteBackup(db, { actor: operator, at }, { file: `${number}`, bytes: number });
	db.$client.close();
	mkdirSync(join(folder, 'attachments', 'ab'), { recursive: true });
	writeFileSync(join(folder, 'attachments', 'ab', 'paper.pdf'), 'a paper');
	writeFileSync(join(folder, 'secret'), 'the key of the sessions');
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const make = (when = at) => makeBackup({ folder, to, at: when });
const restore = (file: string) => restoreBackup({ file, folder, at: later });

/** Subjects of the events that are kept now. */
function kept(place = folder): string[] {
	const db = openAsItIs(join(place, databaseName), 'DELETE');
	const subjects = db.$client.prepare('select coalesce(subject, verb) from events order by id').pluck().all();
	expect(verifyTrail(db).faults).toEqual([]);
	db.$client.close();
	return subjects as string[];
}

function changeSince(): void {
	const db = openDatabase(folder);
	noteBackup(db, { actor: operator, at }, { file: 'since', bytes: 1 });
	db.$client.close();
	writeFileSync(join(folder, 'attachments', 'since.pdf'), 'a later paper');
}

describe('a backup', () => {
	test('is one file for this account alone, with what is in it named, counted and digested', async () => {
		const { file, manifest } = await make();
		expect(readdirSync(to)).toEqual(['cairn-2026-03-15T12-00-00Z.tar.gz']);
		expect(statSync(file).mode & 0o077).toBe(0);
		expect(manifest).toMatchObject({ format: 'cairn-backup', at, rows: { events: 3, reviews: 0 } });
		expect(manifest.trail?.id).toBe(3);
		expect(manifest.files.map(({ name }) => name)).toEqual([databaseName, 'attachments/ab/paper.pdf']);
	});

	test('holds no secret', async () => {
		const { manifest } = await make();
		expect(manifest.files.some(({ name }) => name.includes('secret'))).toBe(false);
	});

	test('is taken while another connection writes, and holds what was committed', async () => {
		const db = openDatabase(folder);
		noteBackup(db, { actor: operator, at }, { file: 'in the log', bytes: 1 });
		db.$client.exec('begin immediate');
		const { manifest } = await make();
		db.$client.exec('rollback');
		db.$client.close();
		expect(manifest.rows.events).toBe(4);
	});

	test('gets a name of its own when two are made in the same second', async () => {
		await make();
		await make();
		expect(listBackups(to)).toHaveLength(2);
	});

	test('of a folder without a database is refused', async () => {
		await expect(makeBackup({ folder: join(top, 'nothing'), to, at })).rejects.toThrow(
			/There is nothing to back up/
		);
	});

	test('of a database that does not hold together is kept aside and does not count as one', async () => {
		const db = openDatabase(folder);
		db.$client.exec("update events set verb = 'altered' where id = 2");
		db.$client.close();
		await expect(make()).rejects.toMatchObject({
			code: 'backup-failed',
			message: expect.stringContaining('failed, so it does not count as one'),
			details: expect.arrayContaining([expect.stringMatching(/2/)])
		});
		expect(readdirSync(to).sort()).toEqual([
			'cairn-2026-03-15T12-00-00Z.failed.tar.gz',
			'cairn-2026-03-15T12-00-00Z.failed.txt'
		]);
		expect(listBackups(to)).toEqual([]);
		expect(listFailures(to)[0]!.sentence).toContain('does not count as one');
	});

	test('leaves nothing else in its folder, also not what an earlier one left that was cut short', async () => {
		mkdirSync(join(to, '.making-old'), { recursive: true });
		await make('2999-01-01T00:00:00.000Z');
		expect(readdirSync(to)).toEqual(['cairn-2999-01-01T00-00-00Z.tar.gz']);
	});
});

describe('restoring', () => {
	test('brings back database and attachments as they were, and tells its trail', async () => {
		const { file } = await make();
		changeSince();
		const { replaced } = await restore(file);
		expect(kept()).toEqual(['1', '2', '3', 'backup-restored']);
		expect(readdirSync(join(folder, 'attachments'))).toEqual(['ab']);
		expect(readFileSync(join(folder, 'attachments', 'ab', 'paper.pdf'), 'utf8')).toBe('a paper');
		expect(kept(replaced!)).toEqual(['1', '2', '3', 'since']);
		expect(readdirSync(join(replaced!, 'attachments')).sort()).toEqual(['ab', 'since.pdf']);
		expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe('the key of the sessions');
	});

	test('leaves nobody signed in: a session may have been ended since', async () => {
		const db = openDatabase(folder);
		db.$client
			.exec(`insert into people (id, name, email, created_at, updated_at) values ('p', 'Ada', 'ada@example.org', 1, 1);
			insert into sessions (id, person_id, token, expires_at, created_at, updated_at) values ('s', 'p', 't', 9e15, 1, 1)`);
		db.$client.close();
		await restore((await make()).file);
		const restored = openDatabase(folder);
		expect(restored.$client.prepare('select count(*) from sessions').pluck().get()).toBe(0);
		expect(restored.$client.prepare('select count(*) from people').pluck().get()).toBe(1);
		restored.$client.close();
	});

	test('into an empty folder makes an installation', async () => {
		const { file } = await make();
		folder = join(top, 'another machine');
		expect((await restore(file)).replaced).toBeNull();
		expect(kept()).toEqual(['1', '2', '3', 'backup-restored']);
	});

	test('in the place of a damaged database keeps the damaged one beside it', async () => {
		const { file } = await make();
		writeFileSync(join(folder, databaseName), 'rubbish');
		const { replaced } = await restore(file);
		expect(kept()).toContain('backup-restored');
		expect(readFileSync(join(replaced!, databaseName), 'utf8')).toBe('rubbish');
	});

	test('does not play the log of a database whose server was killed into the restored one', async () => {
		const { file } = await make();
		const crashed = join(top, 'crashed');
		const db = openDatabase(folder);
		noteBackup(db, { actor: operator, at }, { file: 'in the log', bytes: 1 });
		cpSync(folder, crashed, { recursive: true });
		db.$client.close();
		folder = crashed;
		expect(readdirSync(folder)).toContain('cairn.sqlite-wal');
		const { replaced } = await restore(file);
		expect(kept()).toEqual(['1', '2', '3', 'backup-restored']);
		expect(kept(replaced!)).toEqual(['1', '2', '3', 'in the log']);
	});

	test('is refused while another program has the database open, and changes nothing then', async () => {
		const { file } = await make();
		const db = openDatabase(folder);
		await expect(restore(file)).rejects.toThrow(/Another program has the database in .* open\. End it/);
		db.$client.close();
		expect(kept()).toEqual(['1', '2', '3']);
		await expect(restore(file)).resolves.toBeDefined();
	});

	test('of a backup of a newer Cairn is refused before anything is unpacked', async () => {
		const db = openDatabase(folder);
		db.$client.pragma('user_version = 9998');
		db.$client.close();
		// This Cairn does not count it as good either, but keeps it aside.
		await expect(make()).rejects.toMatchObject({ details: [expect.stringContaining('newer Cairn')] });
		const file = join(to, 'cairn-2026-03-15T12-00-00Z.failed.tar.gz');
		await expect(restore(file)).rejects.toThrow(/made by a newer Cairn \(schema 9998; .*Update Cairn/);
		expect(readdirSync(folder).some((name) => /^(restoring|replaced)-/.test(name))).toBe(false);
	});

	test('needs the backup to be there and readable', async () => {
		await expect(restore(join(top, 'none.tar.gz'))).rejects.toThrow(/none\.tar\.gz cannot be read/);
		expect(existsSync(join(folder, databaseName))).toBe(true);
	});
});
