/**
 * The folder where files that were sent wait to be taken in: what was read of each, without the columns that name
 * people. It lies beside the database and is no part of a backup.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `mapping` is what somebody said of the table; `settled` the mapping that it is taken in by, where nothing is left to
 * say; `instrument` one that was made from it.
 */
export type StagedPart = 'table' | 'understood' | 'mapping' | 'settled' | 'dry-run' | 'instrument';

const top = (folder: string) => join(folder, 'staged');
const folderOf = (folder: string, id: string) => join(top(folder), id);
const fileOf = (folder: string, id: string, part: StagedPart) => join(folderOf(folder, id), `${part}.json`);

/** Whole or not at all: what is read there was written to its end. */
export function writeStaged(folder: string, id: string, part: StagedPart, value: unknown): void {
	mkdirSync(folderOf(folder, id), { recursive: true, mode: 0o700 });
	const file = fileOf(folder, id, part);
	writeFileSync(`${file}.part`, JSON.stringify(value), { mode: 0o600 });
	renameSync(`${file}.part`, file);
}

/** Null when it is not there. */
export function readStaged<Value>(folder: string, id: string, part: StagedPart): Value | null {
	try {
		return JSON.parse(readFileSync(fileOf(folder, id, part), 'utf8')) as Value;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

export const hasStaged = (folder: string, id: string, part: StagedPart): boolean =>
	existsSync(fileOf(folder, id, part));

export function removeStagedPart(folder: string, id: string, part: StagedPart): void {
	rmSync(fileOf(folder, id, part), { force: true });
}

export function removeStaged(folder: string, id: string): void {
	rmSync(folderOf(folder, id), { recursive: true, force: true });
}

/** The ids of all that lies there. */
export function listStagedFolders(folder: string): string[] {
	try {
		return readdirSync(top(folder));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}
