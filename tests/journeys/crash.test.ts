import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layReading } from '../support/desk-world.ts';
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
	for (let round = 0; round < times(6, 200); round++) {
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
	expect(acknowledged.length).toBeGreaterThan(times(6, 200));
});

test('a server that is killed while somebody reads a file loses no answer that it confirmed', async () => {
	const reading = layReading();
	try {
		const confirmed = new Map<number, string>();
		for (let round = 0; round < times(4, 40); round++) {
			const server = await serveCairn({ CAIRN_DATA: reading.folder });
			const cookie = reading.cookie(server.address);
			const first = Promise.withResolvers<void>();
			/** Goes through the questions again and again, each time with the other answer. */
			const reads = (async () => {
				for (let place = 0; ; place = (place + 1) % 40) {
					const from = confirmed.get(place) ?? '';
					const value = from === 'not recorded' ? 'not applicable' : 'not recorded';
					const reply = await reading
						.answer(server.address, cookie, place, { value, from })
						.catch(() => null);
					if (reply === null) return;
					if (reply.includes('conflict')) {
						// It was kept, and the server was gone before it could say so.
						confirmed.set(place, value);
						continue;
					}
					if (!reply.includes('saved')) throw new Error(reply);
					confirmed.set(place, value);
					first.resolve();
				}
			})();
			await Promise.race([first.promise, reads]);
			await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
			await server.kill();
			await reads;
			const { faults, kept } = reading.look();
			expect(faults).toEqual([]);
			// One more than was confirmed may be there: the last, whose answer did not come through any more.
			const others = [...confirmed].filter(([place, value]) => kept.get(place) !== value);
			expect(others.length).toBeLessThanOrEqual(1);
			expect(kept.size).toBeGreaterThanOrEqual(confirmed.size);
		}
		expect(confirmed.size).toBeGreaterThan(0);
	} finally {
		rmSync(reading.folder, { recursive: true, force: true });
	}
});
