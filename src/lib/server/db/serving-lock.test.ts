import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { servingHolder, takeServingLock, withServingLock } from './serving-lock.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-lock-'));
});
afterEach(async () => {
	for (const kill of holders.splice(0)) await kill();
	rmSync(folder, { recursive: true, force: true });
});

/** Ends the processes that hold a lock, whatever became of the test. */
const holders: (() => Promise<unknown>)[] = [];

/** A process that holds the lock until it is killed. */
async function holderInChild(purpose: 'serving' | 'restoring' = 'serving') {
	const child = spawn(
		process.execPath,
		[
			'--input-type=module',
			'-e',
			`import { takeServingLock } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'serving-lock.ts')).href)};
			takeServingLock(${JSON.stringify(folder)}, '${purpose}');
			process.stdout.write('held');
			setInterval(() => {}, 1000);`
		],
		{ stdio: ['ignore', 'pipe', 'inherit'] }
	);
	const ended = new Promise((resolve) => child.once('exit', resolve));
	await new Promise((resolve) => child.stdout.once('data', resolve));
	const kill = () => (child.kill('SIGKILL'), ended);
	holders.push(kill);
	return { pid: child.pid!, kill };
}

describe('the lock of a folder', () => {
	test('is refused to a second process, in a sentence that names the first', async () => {
		const { pid } = await holderInChild();
		expect(servingHolder(folder)).toEqual({ pid, purpose: 'serving' });
		expect(() => takeServingLock(folder, 'restoring')).toThrow(
			`Cairn is running on ${folder} (process ${pid}). Stop it first, then try again.`
		);
	});

	test('keeps a server from starting while a backup is restored, and says so', async () => {
		const { pid } = await holderInChild('restoring');
		expect(() => takeServingLock(folder, 'serving')).toThrow(
			`A backup is being restored into ${folder} (process ${pid}). Wait until that has ended, then try again.`
		);
	});

	test('ends with the process that held it, however that ended, whatever its note still says', async () => {
		const { pid, kill } = await holderInChild();
		await kill();
		// Another process may have that number by now.
		writeFileSync(join(folder, 'serving.json'), JSON.stringify({ pid: process.ppid, purpose: 'serving' }));
		expect(servingHolder(folder)).toBeNull();
		expect(pid).toBeGreaterThan(0);
		takeServingLock(folder, 'serving')();
	});

	test('is given back with its note, and taken once by a process that takes it twice', () => {
		const release = takeServingLock(folder, 'serving');
		withServingLock(folder, 'restoring', () => expect(servingHolder(folder)?.purpose).toBe('serving'));
		expect(servingHolder(folder)).toEqual({ pid: process.pid, purpose: 'serving' });
		release();
		expect(servingHolder(folder)).toBeNull();
		expect(existsSync(join(folder, 'serving.json'))).toBe(false);
	});
});
