import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { times } from '../support/long.ts';
import { serveCairn } from '../support/served.ts';
import { layDesk, readDesk, saveSummary, themes, type Theme } from '../support/writing-desk.ts';

let folder: string;
let cookie: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-crash-'));
	cookie = await layDesk(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Acknowledged = { theme: Theme; version: number; text: string };

/** One writer: saves again and again until the server is gone; calls `acknowledge` for each save that was confirmed. */
async function write(
	address: string,
	theme: Theme,
	from: number,
	round: number,
	acknowledge: (saved: Acknowledged) => void
): Promise<void> {
	for (let version = from; ; version++) {
		const text =
			`Round ${round}, version ${version + 1} of ${theme}: ${'People were heard. '.repeat(20)}`.trim();
		const answer = await saveSummary({ address, cookie }, { theme, version, text }).catch(() => null);
		if (answer === null) return;
		if (answer.status !== 200) throw new Error(`A save was answered with ${answer.status}: ${answer.page}`);
		acknowledge({ theme, version: version + 1, text });
	}
}

test('a server that is killed while people write loses no save that it confirmed, and has none without its event', async () => {
	const acknowledged: Acknowledged[] = [];
	for (let round = 0; round < times(20, 200); round++) {
		const before = readDesk(folder).kept;
		const server = await serveCairn({ CAIRN_DATA: folder });
		const first = Promise.withResolvers<void>();
		const writers = themes.map((theme) =>
			write(server.address, theme, before[theme].version, round, (saved) => {
				acknowledged.push(saved);
				first.resolve();
			})
		);
		await Promise.race([first.promise, ...writers]);
		await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
		await server.kill();
		await Promise.all(writers);

		const { faults, kept } = readDesk(folder);
		expect(faults).toEqual([]);
		for (const { theme, version, text } of acknowledged) {
			expect(kept[theme].version).toBeGreaterThanOrEqual(version);
			expect(kept[theme].told.get(version)).toBe(text);
		}
		for (const { version, text, told } of Object.values(kept)) {
			expect([...told.keys()]).toEqual(Array.from({ length: version }, (_, index) => index + 1));
			expect(told.get(version) ?? '').toBe(text);
		}
	}
	expect(acknowledged.length).toBeGreaterThan(times(20, 200));
});
