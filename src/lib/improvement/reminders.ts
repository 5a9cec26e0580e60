/** What is to be seen to among improvement actions: what is overdue, due soon, without owner, day or measure. */
import { isOpen, type Action } from './action.ts';

/** Days ahead that count as soon. */
export const soon = 30;

export type Reminder = {
	action: string;
	title: string;
	owner: string;
	due: string | null;
	why: 'overdue' | 'due-soon' | 'no-day' | 'no-owner' | 'no-measure';
	/** Days from today to the day it is due; below 0 when overdue; null without a day. */
	days: number | null;
};

/**
 * Reminders for a day (YYYY-MM-DD): the longest overdue first, then those due soon, then what cannot be reminded of
 * because it has no day, no owner or no measure. An action that is completed or stopped reminds of nothing.
 */
export function remindersOf(actions: readonly Action[], today: string): Reminder[] {
	const reminders = actions.filter(isOpen).flatMap((action): Reminder[] => {
		const { id, title, owner, due } = action;
		const about = { action: id, title, owner, due };
		const days = due === null ? null : daysBetween(today, due);
		if (days !== null && days < 0) return [{ ...about, why: 'overdue', days }];
		if (days !== null && days <= soon) return [{ ...about, why: 'due-soon', days }];
		const why =
			due === null ? 'no-day' : owner === '' ? 'no-owner' : hasMeasure(action) ? null : 'no-measure';
		return why === null ? [] : [{ ...about, why, days }];
	});
	const rank = ({ why }: Reminder) =>
		['overdue', 'due-soon', 'no-day', 'no-owner', 'no-measure'].indexOf(why);
	return reminders.sort((a, b) => rank(a) - rank(b) || (a.days ?? 0) - (b.days ?? 0));
}

const hasMeasure = ({ measure, question, figure }: Action) =>
	measure !== '' || question !== null || figure !== null;

/** Whole days from one day to another, both YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** `12 days overdue`, `due today`, `due in 3 days`, `no day is set`. */
export function reminderWords({ why, days }: Reminder): string {
	if (why === 'no-day') return 'no day is set';
	if (why === 'no-owner') return 'nobody owns it';
	if (why === 'no-measure') return 'nothing says how you will know';
	const count = Math.abs(days!);
	const inDays = `${count.toLocaleString('en-GB')} ${count === 1 ? 'day' : 'days'}`;
	if (why === 'overdue') return `${inDays} overdue`;
	return count === 0 ? 'due today' : `due in ${inDays}`;
}
