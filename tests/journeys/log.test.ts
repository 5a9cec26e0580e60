import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveCairn, type ServedCairn } from '../support/served.ts';
import { layDesk, saveSummary, summaryAddress } from '../support/writing-desk.ts';

let folder: string;
let cookie: string;
let cairn: ServedCairn;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-log-'));
	cookie = await layDesk(folder);
	cairn = await serveCairn({ CAIRN_DATA: folder, CAIRN_LOG: 'trace' });
});
afterAll(async () => {
	await cairn.stop();
	rmSync(folder, { recursive: true, force: true });
});

type Line = {
	level: string;
	time: string;
	msg: string;
	route?: string;
	method?: string;
	status?: number;
	ms?: number;
};

const linesOf = (said: string) =>
	said
		.split('\n')
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line) as Line);

describe('the log of a session', () => {
	test('has a line for every request, and nothing that anybody wrote, is called or signs in with', async () => {
		const { address } = cairn;
		const headers = { cookie, origin: address, 'user-agent': 'Canary-agent' };
		await fetch(`${address}/reviews/canary-review?q=canary-query`, { headers });
		await fetch(address + summaryAddress('T1'), { headers });
		await fetch(`${address}/canary-address`, { headers: { cookie: 'cairn=canary-cookie' } });
		await fetch(`${address}/sign-in`, {
			method: 'POST',
			headers,
			body: new URLSearchParams({ email: 'canary@example.org', password: 'canary password 1' })
		});
		await fetch(`${address}/reviews/isle-2025`, { method: 'POST', headers, body: 'canary: no form' });
		await fetch(`${address}/%E0%A4%A`, { headers });
		const text = 'A canary sang in the summary.';
		expect((await saveSummary({ address, cookie }, { theme: 'T1', version: 0, text })).status).toBe(200);
		await saveSummary({ address, cookie }, { theme: 'T1', version: 0, text: 'Another canary sang.' });
		await saveSummary({ address, cookie }, { theme: 'T1', version: 1, text: 'canary '.repeat(6000) });

		const said = cairn.said();
		expect(said.toLowerCase()).not.toMatch(/canary|example\.org|ailsa|isle-2025/);
		expect(said).not.toContain(cookie.split('=')[1]!.slice(0, 12));
		const lines = linesOf(said).filter(({ msg }) => msg === 'request');
		expect(lines).toContainEqual({
			level: 'info',
			time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
			request: expect.stringMatching(/^[0-9a-f]{8}$/),
			method: 'POST',
			route: '/reviews/[id]/judgements/[theme]/[part]',
			status: 200,
			ms: expect.any(Number),
			msg: 'request'
		});
		expect(lines.length).toBeGreaterThanOrEqual(8);
	});
});
