/** The backups that are kept in a folder. A file has its final name only once it was restored and verified. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type KeptBackup = {
	/** Name of the file in its folder. */
	name: string;
	/** When it was made, ISO 8601. */
	at: string;
	bytes: number;
};

export type FailedBackup = { at: string; sentence: string };

const verifiedName = /^cairn-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z(?:-\d+)?\.tar\.gz$/;
const failedName = /^cairn-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z(?:-\d+)?\.failed\.txt$/;

/** The folder for backups: CAIRN_BACKUPS, or `backups` in the kept folder. */
export function backupsFolder(kept: string, environment: NodeJS.ProcessEnv = process.env): string {
	return environment.CAIRN_BACKUPS || join(kept, 'backups');
}

/** A time as it stands in the name of a file: `2026-11-22T00-36-44Z`. */
export function stampOf(at: string): string {
	return `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}

/** Verified backups, newest first. */
export function listBackups(folder: string): KeptBackup[] {
	return named(folder, verifiedName)
		.map(({ name, at }) => ({ name, at, bytes: statSync(join(folder, name)).size }))
		.sort(newestFirst);
}

/** Backups that failed, newest first, each with what went wrong. */
export function listFailures(folder: string): FailedBackup[] {
	return named(folder, failedName)
		.map(({ name, at }) => ({ at, sentence: readFileSync(join(folder, name), 'utf8').trim() }))
		.sort(newestFirst);
}

function named(folder: string, pattern: RegExp): { name: string; at: string }[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder).flatMap((name) => {
		const match = pattern.exec(name);
		return match ? [{ name, at: `${match[1]}T${match[2]}:${match[3]}:${match[4]}.000Z` }] : [];
	});
}

const newestFirst = (a: { at: string }, b: { at: string }) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);
