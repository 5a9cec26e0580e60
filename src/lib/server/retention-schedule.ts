/**
 * Lets the rule on keeping run once a day while the server runs, by the command line in a process of its own. A rule
 * that was just changed waits a day, so that a slip of the hand can be put right before anything is lost.
 */
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Database } from './db/open.ts';
import { log } from './log.ts';
import { projectRoot } from './project-root.ts';
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

function eraseInChild(folder: string, ended: AbortSignal): Promise<boolean> {
	const words = [join(projectRoot, 'src', 'cli', 'cairn.ts'), 'retention', '--scheduled', '--json'];
	const child = spawn(process.execPath, words, {
		cwd: projectRoot,
		env: { ...process.env, CAIRN_DATA: folder },
		stdio: 'ignore',
		signal: ended
	});
	return new Promise((resolve) => {
		child.once('spawn', () => setPriority(child.pid!, 10));
		child.once('error', () => resolve(false));
		child.once('exit', (code) => {
			if (code === 0) log.info('records that are kept no longer were erased');
			else if (!ended.aborted) log.error({ exit: code }, 'erasing failed; run cairn retention');
			resolve(code === 0);
		});
	});
}
