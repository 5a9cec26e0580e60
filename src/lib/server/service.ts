/** What the server does from its start to its end: one to a folder, the database open, backups and erasing when due. */
import { startBackupSchedule } from './backup-schedule.ts';
import { checkpoint } from './db/soundness.ts';
import type { Database } from './db/open.ts';
import { takeServingLock } from './db/serving-lock.ts';
import { startExampleWorld } from './example-world-start.ts';
import { log } from './log.ts';
import { openCairn } from './open-cairn.ts';
import { recoverReleases } from './releases/release-work.ts';
import { startRetentionSchedule } from './retention-schedule.ts';
import { isDemo } from './sign-in/settings.ts';
import { startStagedSchedule } from './staged-schedule.ts';

/**
 * Opens Cairn in a folder for serving. When the process tells that it shuts down, as scripts/serve.mjs does once the
 * last request is answered, the log of the database is written back, the database closed and the lock given back.
 * Throws a Problem when another server or a restore is at work there, or the folder cannot be used.
 */
export function beginService(folder: string, clock: () => string): Database {
	const release = takeServingLock(folder, 'serving');
	try {
		const db = openCairn(folder, clock());
		recoverReleases(db, clock());
		const endBackups = startBackupSchedule({ folder, environment: process.env, clock });
		const endErasing = startRetentionSchedule({ db, folder, clock });
		const endStaged = startStagedSchedule(db, folder, clock);
		const endExample = isDemo() ? startExampleWorld(db, clock) : () => undefined;
		log.info('serving');
		process.once('sveltekit:shutdown', () => {
			endBackups();
			endErasing();
			endStaged();
			endExample();
			endWith(db);
			release();
			log.info('stopped');
		});
		return db;
	} catch (error) {
		release();
		throw error;
	}
}

function endWith(db: Database): void {
	try {
		checkpoint(db);
	} catch (error) {
		// The log stays beside the database and is read at the next opening.
		log.warn({ code: (error as NodeJS.ErrnoException).code }, 'the log of the database was not written back');
	}
	db.$client.close();
}
