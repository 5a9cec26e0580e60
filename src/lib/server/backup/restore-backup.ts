/**
 * Restores a backup: all of it is unpacked, verified and brought to this Cairn's schema in a scratch folder before
 * anything that is there is touched; then the two change places, and what was there is kept under `replaced-…`.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { noteRestore } from '../commands/note-restore.ts';
import { databaseName, openAsItIs, openDatabase } from '../db/open.ts';
import { takeServingLock } from '../db/serving-lock.ts';
import { Problem } from '../problems.ts';
import { unpackChecked } from './check-backup.ts';
import { syncFile } from './durable.ts';
import { stampOf } from './kept-backups.ts';
import { attachmentsName, type Manifest } from './manifest.ts';
import { finishSwap, swapIn } from './swap.ts';

export type Restored = {
	manifest: Manifest;
	/** The folder that holds what was there before; null when nothing was. */
	replaced: string | null;
};

/**
 * `folder` is the kept folder, `at` the time now. Throws a Problem: folder-in-use while a server runs on the folder
 * or another program has its database open; those of unpacking; backup-too-new. Nothing is changed then.
 */
export async function restoreBackup(given: { file: string; folder: string; at: string }): Promise<Restored> {
	const { file, folder, at } = given;
	const release = takeServingLock(folder, 'restoring');
	try {
		finishSwap(folder);
		removeLeftOvers(folder);
		foldTogether(folder);
		const scratch = freeName(folder, `restoring-${stampOf(at)}`);
		mkdirSync(join(folder, scratch), { mode: 0o700 });
		try {
			const manifest = await unpackChecked(file, join(folder, scratch));
			prepare(join(folder, scratch), manifest, at);
			// Once more: somebody may have opened it meanwhile.
			foldTogether(folder);
			const was = existsSync(join(folder, databaseName));
			const replaced = freeName(folder, `replaced-${stampOf(at)}`);
			swapIn(folder, { scratch, replaced });
			if (!was) rmSync(join(folder, replaced), { recursive: true, force: true });
			return { manifest, replaced: was ? join(folder, replaced) : null };
		} finally {
			if (!existsSync(join(folder, 'restoring.json')))
				rmSync(join(folder, scratch), { recursive: true, force: true });
		}
	} finally {
		release();
	}
}

/** Scratch folders of restores that were ended before their swap began: nothing refers to them. */
function removeLeftOvers(folder: string): void {
	for (const name of readdirSync(folder))
		if (name.startsWith('restoring-')) rmSync(join(folder, name), { recursive: true, force: true });
}

function freeName(folder: string, first: string): string {
	let name = first;
	for (let count = 2; existsSync(join(folder, name)); count++) name = `${first}-${count}`;
	return name;
}

/** Brings the restored database to this Cairn's schema, tells its trail, and leaves it as one file on the disk. */
function prepare(scratch: string, manifest: Manifest, at: string): void {
	mkdirSync(join(scratch, attachmentsName), { recursive: true, mode: 0o700 });
	const db = openDatabase(scratch);
	try {
		noteRestore(db, { made: manifest.at, schema: manifest.schema }, at);
	} finally {
		db.$client.close();
	}
	openAsItIs(join(scratch, databaseName), 'DELETE').$client.close();
	syncFile(join(scratch, databaseName));
}

/**
 * Writes the log of the database that is there into its file. That needs it alone, so whoever else has it open shows.
 * A database that is past reading stays as it is, log and all, and is moved aside like that.
 */
function foldTogether(folder: string): void {
	const file = join(folder, databaseName);
	if (!existsSync(file)) return;
	try {
		openAsItIs(file, 'DELETE', 500).$client.close();
	} catch (error) {
		const { code = '' } = error as NodeJS.ErrnoException;
		if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
			throw new Problem(
				'folder-in-use',
				`Another program has the database in ${folder} open. End it (a server, or a command that still runs), then try again. Nothing was changed.`
			);
		if (!/^SQLITE_(NOTADB|CORRUPT|IOERR)/.test(code)) throw error;
	}
}
