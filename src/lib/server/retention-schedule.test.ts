import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { halfBegunReview } from '../../../tests/support/half-begun-review.ts';
import { operator } from './access/actor.ts';
import { importReview } from './commands/import-review.ts';
import { loadDocuments } from './commands/load-documents.ts';
import { setRetention } from './commands/set-retention.ts';
import { openDatabase, type Database } from './db/open.ts';
import { log } from './log.ts';
import { eraseInChild, startRetentionSchedule } from './retention-schedule.ts';

const start = '2033-07-01T10:00:00.000Z';
const hour = 3_600_000;

let folder: string;
let db: Database;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-retention-'));
	db = openDatabase(folder);
	loadDocuments(db, start);
	importReview(db, halfBegunReview, { actor: operator, at: start });
	db.$client.prepare("update reviews set issued_at = '2019-05-01T09:00:00.000Z'").run();
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

const erasures = () =>
	db.$client.prepare("select actor, review from events where verb = 'review-erased'").all();

describe('the schedule of the rule on keeping', () => {
	test('erases once a day, from a day after the rule was changed, until it is ended', async () => {
		vi.useFakeTimers({ now: Date.parse(start) });
		setRetention(db, { actor: operator, at: start }, { years: 7, version: 0 });
		const times: string[] = [];
		const clock = () => new Date().toISOString();
		const erase = () => {
			times.push(clock());
			return Promise.resolve(true);
		};
		const end = startRetentionSchedule({ db, folder, clock, erase });
		await vi.advanceTimersByTimeAsync(23 * hour);
		expect(times).toEqual([]);
		await vi.advanceTimersByTimeAsync(2 * 24 * hour);
		expect(times).toEqual(['2033-07-02T10:00:00.000Z', '2033-07-03T10:00:00.000Z']);
		end();
		await vi.advanceTimersByTimeAsync(2 * 24 * hour);
		expect(times).toHaveLength(2);
	});

	test('says in the log when it cannot look, and goes on', async () => {
		vi.useFakeTimers({ now: Date.parse(start) });
		const said = vi.spyOn(log, 'error').mockReturnValue();
		db.$client.exec('alter table settings rename to gone');
		const clock = () => new Date().toISOString();
		const end = startRetentionSchedule({ db, folder, clock, erase: () => Promise.resolve(true) });
		await vi.advanceTimersByTimeAsync(2 * hour);
		expect(said).toHaveBeenCalledTimes(3);
		end();
	});

	test('erases in a process of its own, of which the trail says that it was Cairn itself', async () => {
		vi.spyOn(log, 'info').mockReturnValue();
		setRetention(db, { actor: operator, at: '2026-01-01T00:00:00.000Z' }, { years: 1, version: 0 });
		expect(await eraseInChild(folder, new AbortController().signal)).toBe(true);
		expect(erasures()).toEqual([{ actor: 'cairn', review: 'isle-2025' }]);
	}, 60_000);
});
