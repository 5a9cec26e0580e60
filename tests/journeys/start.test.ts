import BetterSqlite3 from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serveCairn } from '../support/served.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What starting Cairn says when it ends by itself: its exit code, standard output and standard error. */
async function refusedStart(environment: Record<string, string>) {
	const server = spawn(process.execPath, ['scripts/serve.mjs'], {
		env: { ...process.env, PORT: '0', CAIRN_DATA: folder, ...environment }
	});
	let [output, errors] = ['', ''];
	server.stdout.on('data', (text) => (output += text));
	server.stderr.on('data', (text) => (errors += text));
	const code = await new Promise<number | null>((resolve) => server.once('close', resolve));
	return { code, output, errors };
}

describe('starting Cairn', () => {
	test('on an empty folder serves the example, and prints the address as its last line', async () => {
		const served = await serveCairn();
		try {
			expect(served.address).toMatch(/^http:\/\/localhost:\d+$/);
			const page = await fetch(`${served.address}/reviews/south-lanarkshire-2018`);
			expect(page.status).toBe(200);
			expect(await page.text()).toContain('South Lanarkshire');
		} finally {
			await served.stop();
		}
	});

	test('on a port in use says so in one sentence', async () => {
		const other = createServer().listen(0, 'localhost');
		await new Promise((resolve) => other.once('listening', resolve));
		const { port } = other.address() as AddressInfo;
		const said = await refusedStart({ PORT: String(port) });
		other.close();
		expect(said).toEqual({
			code: 1,
			output: '',
			errors: `Port ${port} is in use. Stop what uses it, or start Cairn with PORT set to another number.\n`
		});
	});

	test('on a port that is no port says so in one sentence', async () => {
		const { code, errors } = await refusedStart({ PORT: 'three thousand' });
		expect([code, errors]).toEqual([
			1,
			'PORT must be a whole number from 1 to 65535, not “three thousand”.\n'
		]);
	});

	test('on a folder that cannot be written says so in one sentence', async () => {
		writeFileSync(join(folder, 'file'), '');
		const { code, output, errors } = await refusedStart({ CAIRN_DATA: join(folder, 'file', 'inside') });
		expect([code, output]).toEqual([1, '']);
		expect(errors).toMatch(/^Cairn cannot write to the folder [^\n]*CAIRN_DATA to another folder\.\n$/);
	});

	test('on the database of a newer Cairn says so in one sentence, and leaves it as it was', async () => {
		const newer = new BetterSqlite3(join(folder, 'cairn.sqlite'));
		newer.pragma('user_version = 9999');
		newer.close();
		const { code, output, errors } = await refusedStart({});
		expect([code, output]).toEqual([1, '']);
		expect(errors).toMatch(/^This database was made by a newer Cairn [^\n]*Update Cairn[^\n]*\n$/);
	});
});
