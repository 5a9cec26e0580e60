/**
 * Makes backups while the server runs: a minute after its start and then every hour it asks whether one is due. Each
 * is made by the command line in a process of its own, with less claim to the processor, so that no page waits.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupSettings, planBackups } from './backup/due-backups.ts';
import { backupsFolder, listBackups, listFailures } from './backup/kept-backups.ts';
import { commandInChild } from './command-in-child.ts';
import { log } from './log.ts';

export type Schedule = {
	folder: string;
	environment: NodeJS.ProcessEnv;
	/** The time now, ISO 8601. */
	clock: () => string;
	/** Makes one backup; false when it failed. Left out, the command line does. */
	make?: () => Promise<boolean>;
};

const minute = 60_000;

/** Begins to look; returns what ends it. */
export function startBackupSchedule(schedule: Schedule): () => void {
	const ended = new AbortController();
	const make = schedule.make ?? (() => makeInChild(schedule, ended.signal));
	const look = () => void keepBackups({ ...schedule, make });
	const first = setTimeout(look, minute).unref();
	const hourly = setInterval(look, 60 * minute).unref();
	return () => {
		clearTimeout(first);
		clearInterval(hourly);
		ended.abort();
	};
}

/** Makes a backup when one is due, then removes those that are not kept any longer. Throws nothing. */
export async function keepBackups(schedule: Schedule & { make: () => Promise<boolean> }): Promise<void> {
	const { folder, environment, clock, make } = schedule;
	const backups = backupsFolder(folder, environment);
	const plan = () =>
		planBackups({
			now: clock(),
			...backupSettings(environment),
			backups: listBackups(backups),
			lastFailure: listFailures(backups)[0]?.at ?? null
		});
	try {
		if (!plan().due) return;
		if (!(await make())) return;
		for (const name of plan().remove) rmSync(join(backups, name), { force: true });
	} catch (error) {
		log.error(
			{ code: (error as NodeJS.ErrnoException).code },
			'the schedule of backups failed; run cairn doctor'
		);
	}
}

/** Settles when the child has ended. What it says on a failure is in the folder of backups, for the doctor. */
export async function makeInChild(
	serving: Pick<Schedule, 'folder' | 'environment'>,
	ended: AbortSignal
): Promise<boolean> {
	const code = await commandInChild(['backup', '--scheduled', '--json'], serving, ended);
	if (code === 0) log.info('a backup was made and verified');
	else if (!ended.aborted) log.error({ exit: code }, 'a backup failed; run cairn doctor');
	return code === 0;
}
