/** A backup that an administrator asks for: made as the scheduled ones are, one at a time, while they go on. */
import { makeInChild } from './backup-schedule.ts';

let begun: string | null = null;

/** Since when one is being made that was asked for; null when none is. */
export const backingUpSince = (): string | null => begun;

/** Begins one and returns at once; nothing when one is being made already. `at`: the time now, ISO 8601. */
export function backUpNow(folder: string, at: string): void {
	if (begun !== null) return;
	begun = at;
	const ended = new AbortController();
	const end = () => ended.abort();
	process.once('sveltekit:shutdown', end);
	void makeInChild({ folder, environment: process.env }, ended.signal).finally(() => {
		begun = null;
		process.off('sveltekit:shutdown', end);
	});
}
