import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepBackups, makeInChild, startBackupSchedule } from './backup-schedule.ts';
import { openDatabase } from './db/open.ts';
import { log } from './log.ts';

const now = '2026-03-15T12:00:00.000Z';
const name = (day: number) => `cairn-2026-03-${String(day).padStart(2, '0')}T11-00-00Z.tar.gz`;

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-schedule-'));
	mkdirSync(join(folder, 'backups'));
});
afterEach(() => {
	vi.useRealTimers();
	rmSync(folder, { recursive: true, force: true });
});

const write = (file: string) => writeFileSync(join(folder, 'backups', file), '');
const kept = () => readdirSync(join(folder, 'backups')).sort();
const schedule = (make: () => Promise<boolean>, environment = {}) => ({
	folder,
	environment,
	clock: () => now,
	make
});

describe('the schedule of backups', () => {
	test('makes one that is due and removes the oldest that is one too many, and nothing else', async () => {
		for (const day of [11, 12, 13, 14]) write(name(day));
		write('notes.txt');
		const make = () => {
			write('cairn-2026-03-15T12-00-00Z.tar.gz');
			return Promise.resolve(true);
		};
		await keepBackups(schedule(make, { CAIRN_BACKUP_KEEP: '3' }));
		expect(kept()).toEqual([name(13), name(14), 'cairn-2026-03-15T12-00-00Z.tar.gz', 'notes.txt']);
	});

	test('removes none when the new one failed', async () => {
		for (const day of [11, 12, 13]) write(name(day));
		await keepBackups(schedule(() => Promise.resolve(false), { CAIRN_BACKUP_KEEP: '1' }));
		expect(kept()).toHaveLength(3);
	});

	test('makes it in a process of its own, and the trail tells that Cairn itself did', async () => {
		const db = openDatabase(folder);
		const environment = { PATH: process.env.PATH };
		const make = () => makeInChild({ folder, environment }, new AbortController().signal);
		await keepBackups(schedule(make));
		expect(kept()).toEqual([expect.stringMatching(/^cairn-.*Z\.tar\.gz$/)]);
		expect(db.$client.prepare("select actor from events where verb = 'backup-made'").pluck().all()).toEqual([
			'cairn'
		]);
		db.$client.close();
	}, 60_000);

	test('logs one that failed, and leaves what went wrong for the doctor', async () => {
		const error = vi.spyOn(log, 'error').mockReturnValue();
		writeFileSync(join(folder, 'cairn.sqlite'), 'no database, but long enough to be looked at');
		await keepBackups(schedule(() => makeInChild({ folder, environment: {} }, new AbortController().signal)));
		expect(error).toHaveBeenCalledWith({ exit: 1 }, 'a backup failed; run cairn doctor');
		expect(kept()).toEqual([expect.stringMatching(/\.failed\.txt$/)]);
		error.mockRestore();
	}, 60_000);

	test('looks a minute after the start, then every hour, until it is ended', async () => {
		vi.useFakeTimers();
		const make = vi.fn(() => Promise.resolve(false));
		const end = startBackupSchedule(schedule(make));
		await vi.advanceTimersByTimeAsync(59_000);
		expect(make).toHaveBeenCalledTimes(0);
		await vi.advanceTimersByTimeAsync(2_000);
		expect(make).toHaveBeenCalledTimes(1);
		await vi.advanceTimersByTimeAsync(2 * 3_600_000);
		expect(make).toHaveBeenCalledTimes(3);
		end();
		await vi.advanceTimersByTimeAsync(5 * 3_600_000);
		expect(make).toHaveBeenCalledTimes(3);
	});
});
