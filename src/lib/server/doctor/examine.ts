/** Examines an installation without changing it: database, trail, disk, clock, settings, backups, server. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { databaseName, openAsItIs } from '../db/open.ts';
import { servingHolder } from '../db/serving-lock.ts';
import { lookAtBackups } from './backups.ts';
import { lookAtDatabase } from './database.ts';
import { lookAtClock, lookAtDisk, lookAtLeftOvers, lookAtPermissions } from './machine.ts';
import { fine, broken, look, type DoctorLine } from './line.ts';
import { lookAtAddress } from './settings.ts';

export type Examined = {
	folder: string;
	/** Where backups go. */
	backups: string;
	environment: NodeJS.ProcessEnv;
	/** ISO 8601. */
	now: string;
};

/** Every line, in the order in which to read them. Throws nothing: what cannot be looked at is a line too. */
export function examineCairn(given: Examined): DoctorLine[] {
	const { folder } = given;
	if (!existsSync(join(folder, databaseName)))
		return [
			look(
				'Database',
				`${folder} holds no database yet.`,
				'Start Cairn once, or set CAIRN_DATA to its folder.'
			),
			...settled('Address', () => [lookAtAddress(given.environment)])
		];
	return [
		...settled('Database', () => ofDatabase(given)),
		...settled('Disk', () => [lookAtDisk(folder)]),
		...settled('Address', () => [lookAtAddress(given.environment)]),
		...settled('Permissions', () => lookAtPermissions(folder)),
		...settled('Backups', () => lookAtBackups(given)),
		...settled('Server', () => [lookAtServer(folder)]),
		...settled('Left over', () => lookAtLeftOvers(folder))
	];
}

function ofDatabase({ folder, environment, now }: Examined): DoctorLine[] {
	const db = openAsItIs(join(folder, databaseName));
	try {
		return [...lookAtDatabase(db, environment), lookAtClock(db, now)];
	} finally {
		db.$client.close();
	}
}

function settled(what: string, examine: () => DoctorLine[]): DoctorLine[] {
	try {
		return examine();
	} catch (error) {
		return [
			broken(
				what,
				`It cannot be looked at: ${(error as Error).message}.`,
				what === 'Database'
					? 'Stop Cairn and restore the newest backup; what is there is kept beside it.'
					: 'Make what the sentence names readable, then look again.'
			)
		];
	}
}

function lookAtServer(folder: string): DoctorLine {
	const holder = servingHolder(folder);
	if (!holder) return fine('Server', 'Cairn is not running on this folder.');
	return fine(
		'Server',
		`${holder.purpose === 'serving' ? 'Cairn is running' : 'A backup is being restored'} (process ${holder.pid}).`
	);
}
