/**
 * Puts a restored database and its attachments in the place of what is there. Each step may be the last before a
 * power cut: a note in the folder says which swap is under way, every step may be done twice, and whoever opens
 * Cairn next finishes it. At each moment the folder holds a whole database, the old one or the new one.
 */
import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { syncFile, syncFolder } from './durable.ts';

/** Names of folders inside the kept folder: on the same disk, so that renaming moves nothing. */
export type Swap = { scratch: string; replaced: string };

const noteName = 'restoring.json';
const database = 'cairn.sqlite';
const attachments = 'attachments';

export const swapPending = (folder: string) => existsSync(join(folder, noteName));

/** The swap from its first step to its last. What was there lies in the folder `replaced` afterwards. */
export function swapIn(folder: string, swap: Swap): void {
	for (const step of swapSteps(folder, swap)) step();
}

/** Takes up a swap that was cut short. Does nothing when there is none. */
export function finishSwap(folder: string): void {
	if (!swapPending(folder)) return;
	const swap = JSON.parse(readFileSync(join(folder, noteName), 'utf8')) as Swap;
	for (const step of swapSteps(folder, swap)) step();
}

/** The single steps, so that a test can stop after each. */
export function swapSteps(folder: string, swap: Swap): (() => void)[] {
	const here = (name: string) => join(folder, name);
	const fresh = (name: string) => join(folder, swap.scratch, name);
	const old = (name: string) => join(folder, swap.replaced, name);
	const databaseWaits = () => existsSync(fresh(database));
	const attachmentsWait = () => existsSync(fresh(attachments));
	return [
		() => mkdirSync(here(swap.replaced), { recursive: true, mode: 0o700 }),
		() => writeNote(folder, swap),
		// The old database gets a second name before the new one takes its first.
		...['', '-wal', '-shm'].map((end) => () => {
			const name = database + end;
			if (databaseWaits() && existsSync(here(name)) && !existsSync(old(name))) keepToo(here(name), old(name));
		}),
		() => syncFolder(here(swap.replaced)),
		// A log of the old database beside the new one would be played into it.
		...['-wal', '-shm'].map((end) => () => {
			if (databaseWaits()) rmSync(here(database + end), { force: true });
		}),
		() => databaseWaits() && renameSync(fresh(database), here(database)),
		() => syncFolder(folder),
		() => {
			if (attachmentsWait() && existsSync(here(attachments)) && !existsSync(old(attachments)))
				renameSync(here(attachments), old(attachments));
		},
		() => attachmentsWait() && renameSync(fresh(attachments), here(attachments)),
		() => syncFolder(folder),
		() => rmSync(here(noteName), { force: true }),
		() => rmSync(here(swap.scratch), { recursive: true, force: true })
	];
}

function writeNote(folder: string, swap: Swap): void {
	const waiting = join(folder, `${noteName}.new`);
	writeFileSync(waiting, JSON.stringify(swap), { mode: 0o600 });
	syncFile(waiting);
	renameSync(waiting, join(folder, noteName));
	syncFolder(folder);
}

/** A second name for the same file; a copy where the disk knows no second names. */
function keepToo(file: string, as: string): void {
	try {
		linkSync(file, as);
	} catch {
		copyFileSync(file, `${as}.new`);
		syncFile(`${as}.new`);
		renameSync(`${as}.new`, as);
	}
}
