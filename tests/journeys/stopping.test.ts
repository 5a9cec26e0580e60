import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serveCairn } from '../support/served.ts';
import { layDesk, readDesk, summaryAddress } from '../support/writing-desk.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-stopping-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const serve = () => serveCairn({ CAIRN_DATA: folder });
const commandLine = (...words: string[]) =>
	spawnSync(process.execPath, ['src/cli/cairn.ts', ...words], {
		encoding: 'utf8',
		env: { ...process.env, CAIRN_DATA: folder }
	});

/** A save of a summary whose form is half sent; `sendRest` gives the status that it is answered with. */
function halfSent(address: string, cookie: string) {
	const form = 'version=0&text=People+were+heard.';
	const sent = request(`${address}${summaryAddress('T1')}?/save`, {
		method: 'POST',
		headers: {
			cookie,
			origin: address,
			accept: 'text/html',
			'content-type': 'application/x-www-form-urlencoded',
			'content-length': form.length
		}
	});
	const status = new Promise<number>((resolve, reject) => {
		sent.once('response', (answer) => resolve(answer.resume().statusCode ?? 0));
		sent.once('error', reject);
	});
	sent.write(form.slice(0, 12));
	return {
		sendRest: () => {
			sent.end(form.slice(12));
			return status;
		}
	};
}

describe('stopping Cairn', () => {
	test('lets what was asked for be answered, takes nothing new, and leaves the database folded together', async () => {
		const cookie = await layDesk(folder);
		const cairn = await serve();
		const save = halfSent(cairn.address, cookie);
		// By the answer to a later request the server has the first half of the save.
		await fetch(`${cairn.address}/health`);
		const ended = cairn.end();
		await expect(
			(async () => {
				for (;;) await fetch(`${cairn.address}/health`, { headers: { connection: 'close' } });
			})()
		).rejects.toThrow();
		expect(await save.sendRest()).toBe(200);
		expect(await ended).toBe(0);
		expect(existsSync(join(folder, 'serving.json'))).toBe(false);
		expect(readdirSync(folder)).not.toContain('cairn.sqlite-wal');
		expect(readDesk(folder).kept.T1.text).toBe('People were heard.');
	});

	test('with a connection that is kept open but asks for nothing takes no time', async () => {
		const cairn = await serve();
		await (await fetch(`${cairn.address}/health`)).text();
		const began = performance.now();
		expect(await cairn.end()).toBe(0);
		expect(performance.now() - began).toBeLessThan(9000);
	});
});

describe('a folder that is served', () => {
	test('is served by one at a time, and not restored into meanwhile', async () => {
		const cairn = await serve();
		try {
			const process = new RegExp(`Cairn is running on .* \\(process ${cairn.pid}\\)\\. Stop it first`);
			await expect(serve()).rejects.toThrow(process);
			const backup = JSON.parse(commandLine('backup', '--json').stdout) as { file: string };
			const refused = commandLine('restore', backup.file);
			expect([refused.status, refused.stderr]).toEqual([1, expect.stringMatching(process)]);
			expect(commandLine('doctor').stdout).toMatch(/Cairn is running \(process \d+\)/);
		} finally {
			await cairn.stop();
		}
	});

	test('is free again after its server was killed', async () => {
		const killed = await serve();
		await killed.kill();
		const next = await serve();
		expect((await fetch(`${next.address}/health`)).status).toBe(200);
		await next.stop();
	});
});

describe('the health of a served Cairn', () => {
	test('is told to whoever asks, is kept by nobody, and tells nothing else', async () => {
		const cairn = await serve();
		const answer = await fetch(`${cairn.address}/health`);
		expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
		expect(await answer.json()).toEqual({ status: 'ok' });
		await cairn.stop();
	});
});
