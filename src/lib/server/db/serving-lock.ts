/**
 * One server, or one restore, to a folder. The lock is one of the operating system's, on a file in the folder, so
 * that it ends with the process however that ends; a note beside it says who holds it, for the sentence to people.
 * The lock file itself stays: removing it could take a lock away from under the next holder.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Problem } from '../problems.ts';
import { connect } from './connect.ts';
import { asDiskFull } from './disk-full.ts';
import { prepareFolder, unwritable, withoutRoom } from './folder.ts';

export type Purpose = 'serving' | 'restoring';
export type Holder = { pid: number; purpose: Purpose };

const lockFile = (folder: string) => join(folder, 'serving.lock');
const noteFile = (folder: string) => join(folder, 'serving.json');

/** Locks of this process by folder. */
const held = new Map<string, BetterSqlite3.Database>();

/**
 * Takes the lock of a folder; returns what gives it back. In a process that holds it already nothing happens twice.
 * Throws a Problem: folder-in-use, which says which process holds it; folder-unwritable; disk-full.
 */
export function takeServingLock(folder: string, purpose: Purpose): () => void {
	const key = resolve(folder);
	if (held.has(key)) return () => {};
	prepareFolder(folder);
	const lock = tryLock(folder);
	if (!lock) throw inUse(folder);
	held.set(key, lock);
	writeNote(folder, purpose);
	return () => {
		if (!held.delete(key)) return;
		rmSync(noteFile(folder), { force: true });
		lock.close();
	};
}

/** The lock holds without its note, so a full disk stops nobody from reading. */
function writeNote(folder: string, purpose: Purpose): void {
	try {
		const holder: Holder = { pid: process.pid, purpose };
		writeFileSync(noteFile(folder), JSON.stringify(holder), { mode: 0o600 });
	} catch (error) {
		if (!asDiskFull(error)) throw error;
	}
}

/** Does something while the lock is held. */
export function withServingLock<Result>(folder: string, purpose: Purpose, work: () => Result): Result {
	const release = takeServingLock(folder, purpose);
	try {
		return work();
	} finally {
		release();
	}
}

/** Who serves or restores in a folder now; null when nobody does. */
export function servingHolder(folder: string): Holder | null {
	if (held.has(resolve(folder))) return readHolder(folder);
	const lock = tryLock(folder);
	if (!lock) return readHolder(folder);
	lock.close();
	return null;
}

function tryLock(folder: string): BetterSqlite3.Database | null {
	let lock: BetterSqlite3.Database | undefined;
	try {
		lock = connect(lockFile(folder), { journal: 'MEMORY', patience: 500 });
		lock.exec('begin exclusive');
		return lock;
	} catch (error) {
		lock?.close();
		// Held by another: even opening it may fail then.
		const { code = '' } = error as { code?: string };
		if (code === 'SQLITE_BUSY') return null;
		if (/^SQLITE_(CANTOPEN|READONLY)/.test(code)) throw unwritable(folder, code);
		throw asDiskFull(error) ? withoutRoom(folder) : error;
	}
}

function readHolder(folder: string): Holder {
	try {
		return JSON.parse(readFileSync(noteFile(folder), 'utf8')) as Holder;
	} catch {
		return { pid: 0, purpose: 'serving' };
	}
}

function inUse(folder: string): Problem {
	const { pid, purpose } = readHolder(folder);
	const process = pid > 0 ? ` (process ${pid})` : '';
	return new Problem(
		'folder-in-use',
		purpose === 'serving'
			? `Cairn is running on ${folder}${process}. Stop it first, then try again.`
			: `A backup is being restored into ${folder}${process}. Wait until that has ended, then try again.`
	);
}
