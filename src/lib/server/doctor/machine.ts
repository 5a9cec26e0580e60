/** The machine that Cairn stands on: room on its disk, its clock, who may read the folder, what was left lying. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { databaseName, type Database } from '../db/open.ts';
import { leastRoom, roomLeft } from '../queries/health.ts';
import { latestTime } from '../queries/latest-time.ts';
import { hasTrail } from '../queries/verify-trail.ts';
import { broken, fine, look, sayAge, sayBytes, type DoctorLine } from './line.ts';

const comfortable = 1_000_000_000;

export function lookAtDisk(folder: string): DoctorLine {
	const free = roomLeft(folder);
	const size = statSync(join(folder, databaseName)).size;
	if (free < leastRoom)
		return broken(
			'Disk',
			`Only ${sayBytes(free)} are free.`,
			'Make room now: saving may fail at any moment.'
		);
	// A backup needs room for a copy, the archive and the copy that it is verified by.
	if (free < Math.max(comfortable, 3 * size))
		return look(
			'Disk',
			`${sayBytes(free)} are free.`,
			'Make room, or let CAIRN_BACKUPS point to another disk.'
		);
	return fine('Disk', `${sayBytes(free)} are free.`);
}

const slack = 5 * 60_000;

/** `now` against the last change that the database tells of, and against years that can be. */
export function lookAtClock(db: Database, now: string): DoctorLine {
	const year = new Date(now).getUTCFullYear();
	const mend = 'Set the clock of this machine (time synchronisation): the trail and sign-ins go by it.';
	if (year < 2025 || year > 2100) return broken('Clock', `It says the year ${year}.`, mend);
	const last = hasTrail(db) ? latestTime(db) : null;
	if (last !== null && Date.parse(last) - Date.parse(now) > slack)
		return broken(
			'Clock',
			`The last change is ${sayAge(Date.parse(last) - Date.parse(now))} in the future.`,
			mend
		);
	return fine('Clock', `It says ${now.slice(0, 16).replace('T', ' ')} UTC, after the last change.`);
}

export function lookAtPermissions(folder: string): DoctorLine[] {
	if (process.platform === 'win32') return [];
	const open = ['.', secretName].flatMap((name) => {
		const mode = statSync(join(folder, name), { throwIfNoEntry: false })?.mode ?? 0;
		return (mode & 0o077) === 0 ? [] : [join(folder, name)];
	});
	if (open.length === 0) return [fine('Permissions', 'Only this account can open the data folder.')];
	return [
		look(
			'Permissions',
			`Other accounts of this machine can open ${open.join(' and ')}.`,
			`chmod go-rwx ${open.join(' ')}`
		)
	];
}

const secretName = 'secret';

/** What restores moved aside; people decide when it goes. */
export function lookAtLeftOvers(folder: string): DoctorLine[] {
	const replaced = readdirSync(folder).filter((name) => name.startsWith('replaced-'));
	if (replaced.length === 0) return [];
	return [
		look(
			'Left over',
			`A restore kept what was there before: ${replaced.join(', ')}.`,
			`Remove it from ${folder} when you no longer need it.`
		)
	];
}
