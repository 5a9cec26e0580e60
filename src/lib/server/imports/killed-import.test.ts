import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { review, reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { stepStaged } from '../commands/keep-staged.ts';
import { stageImport } from '../commands/stage-import.ts';
import { openDatabase } from '../db/open.ts';
import { findSource } from '../queries/sources.ts';
import { doJob } from './do-job.ts';
import { runJob } from './run-job.ts';
import { recoverStaged } from './staged-work.ts';

const rows = 20_000;
let folder: string;
let world: ReviewWorld;
let staged: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-killed-'));
	world = reviewWorld('thematic-review', openDatabase(folder));
	world.db.$client.prepare('update samples set asked = 100000').run();
	staged = stageImport(world.db, world.by('ailsa'), { review, source: 'staff', fileName: 'a.csv' });
	const text = ['reference,S1,S2', ...Array.from({ length: rows }, (_, row) => `M-${row},yes,Word ${row}`)];
	const input = new PassThrough({ highWaterMark: 2 ** 30 });
	input.end(text.join('\n'));
	const talk = { progress: () => {}, writing: async <Result>(work: () => Result) => work() };
	await doJob({ kind: 'read', ...about(), fileName: 'a.csv' }, input, talk);
	stepStaged(world.db, staged, ['reading'], { state: 'waiting' });
}, 60_000);
afterAll(() => {
	world.db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

const about = () => ({ folder, review, source: 'staff', staged });
const count = (table: string) =>
	world.db.$client.prepare(`select count(*) from ${table}`).pluck().get() as number;

test('a file whose taking in is killed, whenever that is, is taken in whole or not at all, and can be begun again', async () => {
	const before = { records: count('records'), answers: count('answers'), batches: 0 };
	const kept = () => ({ records: count('records'), answers: count('answers'), batches: count('batches') });
	const whole = { records: before.records + rows, answers: before.answers + 2 * rows, batches: 1 };
	for (let wait = 0; count('batches') === 0; wait += 1) {
		stepStaged(world.db, staged, ['waiting'], { state: 'taking-in' });
		const { at } = world.by('ailsa');
		const job = {
			kind: 'take-in',
			...about(),
			person: 'ailsa',
			at,
			name: 'Wave',
			identifiersChecked: false
		} as const;
		const running = runJob(job, ({ part, share }) => {
			if (wait < 3 && (part === 'storing' || share > wait / 3)) running.stop();
		});
		await running.outcome;
		expect([before, whole]).toContainEqual(kept());
		recoverStaged(world.db, folder);
	}
	expect(kept()).toEqual(whole);
	expect(findSource(world.db, review, 'staff').recordCount).toBe(2 + rows);
	expect(world.told().filter(({ verb }) => verb === 'answers-imported')).toHaveLength(1);
	expect(world.db.$client.pragma('quick_check')).toEqual([{ quick_check: 'ok' }]);
}, 120_000);

test('what waits to be taken in is in no backup', async () => {
	const { manifest } = await makeBackup({
		folder,
		to: join(folder, 'backups'),
		at: new Date().toISOString()
	});
	expect(manifest.files.map(({ name }) => name)).toEqual(['cairn.sqlite']);
}, 60_000);
