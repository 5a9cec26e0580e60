/**
 * Lets the rule on keeping run once a day while the server runs, by the command line in a process of its own. A rule
 * that was just changed waits a day, so that a slip of the hand can be put right before anything is lost.
 */
import { commandInChild } from './command-in-child.ts';
import type { Database } from './db/open.ts';
import { log } from './log.ts';
import { findRetentionRule, planErasures } from './queries/retention.ts';

export type RetentionSchedule = {
	db: Database;
	folder: string;
	/** The time now, ISO 8601. */
	clock: () => string;
	/** Erases what is due; false when it failed. Left out, the command line does. */
	erase?: () => Promise<boolean>;
};

const minute = 60_000;
const day = 24 * 60 * minute;

/** Looks five minutes after the start and then once an hour; returns what ends it. */
export function startRetentionSchedule(schedule: RetentionSchedule): () => void {
	const ended = new AbortController();
	const erase = schedule.erase ?? (() => eraseInChild(schedule.folder, ended.signal));
	let last: number | null = null;
	const look = async () => {
		const now = Date.parse(schedule.clock());
		if (last !== null && now - last < day && now >= last) return;
		if (!isDue(schedule.db, schedule.clock())) return;
		last = now;
		await erase();
	};
	const first = setTimeout(() => void look(), 5 * minute).unref();
	const hourly = setInterval(() => void look(), 60 * minute).unref();
	return () => {
		clearTimeout(first);
		clearInterval(hourly);
		ended.abort();
	};
}

/** Whether the rule has stood for a day and there is something that it no longer keeps. */
export function isDue(db: Database, at: string): boolean {
	try {
		const { years, changedAt } = findRetentionRule(db);
		if (years === null || (changedAt !== null && Date.parse(at) - Date.parse(changedAt) < day)) return false;
		return planErasures(db, years, at).due.length > 0;
	} catch (error) {
		log.error({ code: (error as NodeJS.ErrnoException).code }, 'the rule on keeping could not be looked at');
		return false;
	}
}

/** Whether it went well. */
export async function eraseInChild(folder: string, ended: AbortSignal): Promise<boolean> {
	const words = ['retention', '--scheduled', '--json'];
	const code = await commandInChild(words, { folder, environment: process.env }, ended);
	if (code === 0) log.info('records that are kept no longer were erased');
	else if (!ended.aborted) log.error({ exit: code }, 'erasing failed; run cairn retention');
	return code === 0;
}
