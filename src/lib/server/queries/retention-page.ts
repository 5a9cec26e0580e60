/** What the page on keeping shows: the rule that holds, and what it or another one would erase. */
import { mostYears, ruleWords } from '#lib/pages/retention-words.ts';
import { dayAndTime, dayOf } from '#lib/pages/times.ts';
import { longDate } from '#lib/reports/dates.ts';
import { backupSettings } from '../backup/due-backups.ts';
import type { Database } from '../db/open.ts';
import { authorName } from './authors.ts';
import { erased, findRetentionRule, planErasures, type Erasable, type RetentionRule } from './retention.ts';

export type RetentionPage = {
	/** The rule that holds, as a sentence without its full stop, and who set it when. */
	rule: string;
	since: string | null;
	version: number;
	/** What stands in the field: the years asked for, or those of the rule; empty for none. */
	years: string;
	fault: string | null;
	/** Whether another rule than the one that holds is looked at, so that it can be set. */
	another: string | null;
	due: { review: string; organisation: string; issued: string; erases: Erasable }[];
	total: Erasable;
	later: { review: string; organisation: string; issued: string; due: string }[];
	/** How long backups go on holding what was erased. */
	backups: string;
};

/** `asked`: the years as they were written in the form; null when nobody asked. `at`: the time now, ISO 8601. */
export function loadRetentionPage(
	db: Database,
	asked: string | null,
	at: string,
	environment: NodeJS.ProcessEnv
): RetentionPage {
	const rule = findRetentionRule(db);
	const fault = asked === null ? null : yearsFault(asked);
	const years = asked === null || fault !== null ? rule.years : readYears(asked);
	const { due, later } = planErasures(db, years, at);
	const day = (time: string) => longDate(dayOf(time));
	return {
		rule: ruleWords(rule.years),
		since: sinceWords(db, rule),
		version: rule.version,
		years: fault === null ? String(years ?? '') : asked!,
		fault,
		another: years === rule.years ? null : ruleWords(years),
		due: due.map(({ review, organisation, issuedAt, erases }) => ({
			review,
			organisation: organisation ?? 'Nobody',
			issued: day(issuedAt),
			erases
		})),
		total: totalOf(due.map(({ erases }) => erases)),
		later: later.map(({ review, organisation, issuedAt, dueAt }) => ({
			review,
			organisation: organisation ?? 'Nobody',
			issued: day(issuedAt),
			due: day(dueAt)
		})),
		backups: backupWords(environment)
	};
}

/** The years that a form says; null for an empty field. To be asked only when `yearsFault` finds nothing. */
export const readYears = (written: string): number | null => (written.trim() === '' ? null : Number(written));

/** What is wrong with the years that a form says, or null. */
export function yearsFault(written: string): string | null {
	const word = written.trim();
	if (word === '' || (/^\d{1,3}$/.test(word) && Number(word) >= 1 && Number(word) <= mostYears)) return null;
	return `Write a whole number of years from 1 to ${mostYears}, or leave it empty.`;
}

/** “Set by Ann Reid at 14:02 on 3 March 2031”; null when it was never set. */
export function sinceWords(db: Database, { changedBy, changedAt }: RetentionRule): string | null {
	return changedBy && changedAt ? `Set by ${authorName(db, changedBy)} at ${dayAndTime(changedAt)}` : null;
}

function totalOf(all: readonly Erasable[]): Erasable {
	const names = Object.keys(erased) as (keyof Erasable)[];
	const sums = names.map((name) => [name, all.reduce((total, each) => total + each[name], 0)]);
	return Object.fromEntries(sums) as Erasable;
}

function backupWords(environment: NodeJS.ProcessEnv): string {
	const { every, keep } = backupSettings(environment);
	if (every === 0)
		return 'Cairn makes no backups by itself here; those that somebody made hold it until they are removed.';
	const days = Math.ceil((every * keep) / 24);
	return `Cairn keeps its last ${keep} backups, one every ${every} hours: the last of them that holds it is gone after about ${days} day${days === 1 ? '' : 's'}. Backups that somebody copied to another place hold it until they are removed there.`;
}
