import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveCairn, type ServedCairn } from '../support/served.ts';
import { layDesk, readDesk, saveSummary, summaryAddress } from '../support/writing-desk.ts';

/** A small disk of its own. Only root may mount one, and not in every container: null then. */
function mountSmallDisk(): string | null {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
	const disk = mkdtempSync(join(tmpdir(), 'cairn-disk-'));
	if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m,mode=0700', 'tmpfs', disk]).status === 0)
		return disk;
	rmdirSync(disk);
	return null;
}

const disk = mountSmallDisk();
const filler = join(disk ?? '', 'filler');

function fillDisk(): void {
	const handle = openSync(filler, 'a');
	try {
		for (let size = 1_000_000; size >= 1; size = Math.floor(size / 10))
			try {
				for (;;) writeSync(handle, Buffer.alloc(size));
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
			}
	} finally {
		closeSync(handle);
	}
}

const text = (number: number) =>
	`Version ${number}. ${'People were heard, and what they said was written down. '.repeat(400)}`.trim();

describe.skipIf(disk === null)('a full disk (skipped where no small disk can be mounted)', () => {
	let cookie: string;
	let cairn: ServedCairn;
	const save = (version: number) =>
		saveSummary({ address: cairn.address, cookie }, { theme: 'T1', version, text: text(version + 1) });
	const look = (path: string) => fetch(cairn.address + path, { headers: { cookie } });

	beforeAll(async () => {
		const folder = join(disk!, 'kept');
		cookie = await layDesk(folder);
		cairn = await serveCairn({ CAIRN_DATA: folder });
	});
	afterAll(async () => {
		await cairn?.stop();
		spawnSync('umount', [disk!]);
		rmdirSync(disk!);
	});

	test('is said on the save with all that was written; reading goes on; writing is there again when room is', async () => {
		expect((await save(0)).status).toBe(200);
		fillDisk();

		let version = 1;
		// What room is left in the files that are there already may take a save or two.
		let refused = await save(version);
		while (refused.status === 200) refused = await save(++version);
		expect(refused.status).toBe(507);
		expect(refused.page).toContain('The disk of this Cairn is full: this was not stored');
		expect(refused.page).toContain(text(version + 1).slice(0, 200));

		const page = await look(summaryAddress('T1'));
		expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(`Version ${version}.`)]);
		for (const path of ['/', '/reviews', '/standards/8', '/reviews/isle-2025/judgements'])
			expect([path, (await look(path)).status]).toEqual([path, 200]);
		const health = await fetch(`${cairn.address}/health`);
		expect([health.status, await health.json()]).toEqual([503, { status: 'failing', failing: ['disk'] }]);

		rmSync(filler);
		expect((await save(version)).status).toBe(200);
		const { faults, kept } = readDesk(join(disk!, 'kept'));
		expect(faults).toEqual([]);
		expect(kept.T1.text).toBe(text(version + 1));
		expect([...kept.T1.told.keys()]).toEqual(Array.from({ length: version + 1 }, (_, index) => index + 1));
	});

	test('is said in one sentence to whoever starts Cairn; with room it starts', async () => {
		await cairn.stop();
		fillDisk();
		const start = () => serveCairn({ CAIRN_DATA: join(disk!, 'kept') });
		await expect(start()).rejects.toThrow(/The disk that holds .* is full.*Make room, then try again\.\n$/);
		rmSync(filler);
		cairn = await start();
		expect((await look(summaryAddress('T1'))).status).toBe(200);
	});

	test('does not keep a backup that could not be written whole, and says so', () => {
		const backup = () =>
			spawnSync(process.execPath, ['src/cli/cairn.ts', 'backup'], {
				encoding: 'utf8',
				env: { ...process.env, CAIRN_DATA: join(disk!, 'kept') }
			});
		fillDisk();
		const refused = backup();
		expect([refused.status, refused.stdout]).toEqual([1, '']);
		expect(refused.stderr).toMatch(/too little room on the disk/i);
		rmSync(filler);
		expect(backup().stderr).toBe('');
	});
});
