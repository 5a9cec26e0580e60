import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator } from '#lib/server/access/actor.ts';
import { noteBackup } from '#lib/server/commands/note-backup.ts';
import { examineDatabase } from '#lib/server/db/soundness.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { verifyTrail } from '#lib/server/queries/verify-trail.ts';
import { times } from '../support/long.ts';

const at = '2026-03-15T12:00:00.000Z';

let top: string;
let backup: string;
beforeAll(() => {
	top = mkdtempSync(join(tmpdir(), 'cairn-killed-restore-'));
	openCairn(join(top, 'yesterday'), at).$client.close();
	const words = ['src/cli/cairn.ts', 'backup', '--to', join(top, 'backups'), '--json'];
	const said = spawnSync(process.execPath, words, {
		encoding: 'utf8',
		env: { ...process.env, CAIRN_DATA: join(top, 'yesterday') }
	});
	backup = (JSON.parse(said.stdout) as { file: string }).file;
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** Restores in a process of its own, killed after so many milliseconds; gives how many it took. */
async function restore(folder: string, killAfter: number | null): Promise<number> {
	const began = performance.now();
	const child = spawn(process.execPath, ['src/cli/cairn.ts', 'restore', backup], {
		env: { ...process.env, CAIRN_DATA: folder },
		stdio: 'ignore'
	});
	const ended = new Promise((resolve) => child.once('exit', resolve));
	const killing = killAfter === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
	await ended;
	clearTimeout(killing);
	return performance.now() - began;
}

/** Opens a folder as the next start would; says which of the two databases is there, and what is wrong with it. */
function whatIsThere(folder: string) {
	const db = openCairn(folder, at);
	const told = (verb: string, subject: string | null) =>
		db.$client
			.prepare('select count(*) from events where verb = ? and subject is ?')
			.pluck()
			.get(verb, subject) as number;
	const { faults, orphans } = examineDatabase(db, { thorough: true });
	const found = {
		which: told('backup-made', 'today') === 1 ? 'old' : 'new',
		faults: [...faults, ...verifyTrail(db).faults],
		orphans,
		restored: told('backup-restored', null)
	};
	db.$client.close();
	return found;
}

test('a restore that is killed at any moment leaves the old or the new database whole, and can be done again', async () => {
	const folder = join(top, 'today');
	const prepare = () => {
		rmSync(folder, { recursive: true, force: true });
		const db = openCairn(folder, at);
		noteBackup(db, { actor: operator, at }, { file: 'today', bytes: 1 });
		db.$client.close();
	};
	prepare();
	const whole = await restore(folder, null);
	expect(whatIsThere(folder)).toMatchObject({ which: 'new', restored: 1 });

	for (let time = 0; time < times(8, 80); time++) {
		prepare();
		// The first half of the time goes by before anything is touched.
		await restore(folder, whole * (0.4 + Math.random() * 0.6));
		const { which, faults, orphans, restored } = whatIsThere(folder);
		expect({ faults, orphans }).toEqual({ faults: [], orphans: 0 });
		expect(restored).toBe(which === 'old' ? 0 : 1);
		expect(readdirSync(folder)).not.toContain('restoring.json');
		await restore(folder, null);
		expect(whatIsThere(folder)).toMatchObject({ which: 'new', faults: [] });
		expect(readdirSync(folder).filter((name) => name.startsWith('restoring-'))).toEqual([]);
	}
});
