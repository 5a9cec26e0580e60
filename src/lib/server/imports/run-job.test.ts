import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { review, reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import { stageImport } from '../commands/stage-import.ts';
import { openDatabase } from '../db/open.ts';
import { gateIsClosed } from '../write-gate.ts';
import { runJob } from './run-job.ts';
import { hasStaged } from './staged-folder.ts';

let folder: string;
let world: ReviewWorld;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-job-'));
	world = reviewWorld('thematic-review', openDatabase(folder));
});
afterEach(() => {
	world.db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

const stage = () => stageImport(world.db, world.by('ailsa'), { review, source: 'staff', fileName: 'a.csv' });
const job = (staged: string) =>
	({ kind: 'read', folder, review, source: 'staff', staged, fileName: 'a.csv' }) as const;

describe('a job with a file', () => {
	test('is done in a process of its own, which says what came of it', async () => {
		const staged = stage();
		const running = runJob(job(staged));
		running.input.end('reference,S1,S2\nM-1,yes,\n');
		expect(await running.outcome).toMatchObject({ done: { rows: 1 } });
		expect(hasStaged(folder, staged, 'dry-run')).toBe(true);
	}, 30_000);

	test('is refused in a sentence by what it reads', async () => {
		const running = runJob(job(stage()));
		running.input.end('%PDF-1.7');
		expect(await running.outcome).toMatchObject({ refused: { code: 'table-refused' } });
	}, 30_000);

	test('that needs more memory than it may have ends alone', async () => {
		const running = runJob(job(stage()), () => {}, { memory: 48, time: 60_000 });
		const row = (number: number) => `M-${number},yes,${String(number).padEnd(100, 'x')}\n`;
		running.input.end(
			`reference,S1,S2\n${Array.from({ length: 200_000 }, (_, number) => row(number)).join('')}`
		);
		expect(await running.outcome).toEqual({ lost: 'memory' });
	}, 60_000);

	test('that takes too long, or is stopped, is given up; nothing of it holds up those who save', async () => {
		const late = runJob(job(stage()), () => {}, { memory: 256, time: 500 });
		expect(await late.outcome).toEqual({ lost: 'time' });
		const stopped = runJob(job(stage()));
		stopped.stop();
		expect(await stopped.outcome).toEqual({ lost: 'stopped' });
		expect(gateIsClosed()).toBe(false);
	}, 30_000);
});
