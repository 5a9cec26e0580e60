/** Whether the database answers and the disk has room: for whatever watches over the server. */
import { statfsSync } from 'node:fs';
import type { Database } from '../db/open.ts';

export type Health = { status: 'ok' } | { status: 'failing'; failing: ('database' | 'disk')[] };

/** With less than this a save may fail at any moment. */
export const leastRoom = 50_000_000;

/** Bytes that this account may still write on the disk of a folder. */
export function roomLeft(folder: string): number {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize;
}

/** Reads only, and says nothing of what is kept. */
export function findHealth(db: Database, folder: string): Health {
	const failing = [
		...(holds(() => db.$client.prepare('select count(*) from documents').pluck().get() !== undefined)
			? []
			: (['database'] as const)),
		...(holds(() => roomLeft(folder) >= leastRoom) ? [] : (['disk'] as const))
	];
	return failing.length === 0 ? { status: 'ok' } : { status: 'failing', failing };
}

function holds(condition: () => boolean): boolean {
	try {
		return condition();
	} catch {
		return false;
	}
}
