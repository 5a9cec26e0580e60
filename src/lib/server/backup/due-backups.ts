/** Decides whether a backup is due and which old ones go. Pure: the time and what is there are arguments. */

export type BackupPlan = {
	due: boolean;
	/** Names of the files that are not kept any longer. */
	remove: string[];
};

const hour = 3_600_000;

/**
 * `every` hours between two backups, 0 for none; `keep` how many stay. `backups` are the verified ones, newest first.
 * A backup dated in the future (the clock was set back) counts as none, so that it cannot hold others off. One that
 * failed less than an hour ago is not tried again yet.
 */
export function planBackups(given: {
	now: string;
	every: number;
	keep: number;
	backups: readonly { name: string; at: string }[];
	lastFailure: string | null;
}): BackupPlan {
	const now = Date.parse(given.now);
	if (given.every === 0) return { due: false, remove: [] };
	const age = (at: string) => now - Date.parse(at);
	const newest = given.backups.map(({ at }) => age(at)).find((each) => each >= 0);
	const justFailed =
		given.lastFailure !== null && age(given.lastFailure) >= 0 && age(given.lastFailure) < hour;
	// A minute of grace: the check comes by the hour, and must not slip by one each day.
	const old = newest === undefined || newest >= given.every * hour - hour / 60;
	return {
		due: old && !justFailed,
		remove: given.backups.slice(Math.max(1, given.keep)).map(({ name }) => name)
	};
}

export type BackupSettings = { every: number; keep: number };

/** CAIRN_BACKUP_HOURS and CAIRN_BACKUP_KEEP; left out: daily, and two weeks of them. */
export function backupSettings(environment: NodeJS.ProcessEnv): BackupSettings {
	return {
		every: wholeNumber(environment.CAIRN_BACKUP_HOURS, 24),
		keep: Math.max(1, wholeNumber(environment.CAIRN_BACKUP_KEEP, 14))
	};
}

/** Something that is no number is taken as left out: a slip must not switch backups off. */
function wholeNumber(given: string | undefined, otherwise: number): number {
	return given !== undefined && /^\d{1,6}$/.test(given.trim()) ? Number(given) : otherwise;
}
