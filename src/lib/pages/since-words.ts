/** When somebody was here last, as it is said: “today at 14:02”, “on Thursday”, “on 3 July 2026”. */
import { longDate } from '#lib/reports/dates.ts';
import { clockTime, dayOf } from './times.ts';

const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'long' });
const shortWeekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'short' });

const daysBetween = (from: string, to: string): number =>
	Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000);

/** Both ISO 8601. */
export function sinceWords(then: string, now: string): string {
	const days = daysBetween(then, now);
	if (days <= 0) return `today at ${clockTime(then)}`;
	if (days === 1) return 'yesterday';
	return days < 7 ? `on ${weekday.format(new Date(then))}` : `on ${longDate(dayOf(then))}`;
}

/** `14:02` of today, `Fri 16:40` of this week, `3 July 2026` of before. */
export function shortTime(then: string, now: string): string {
	const days = daysBetween(then, now);
	if (days <= 0) return clockTime(then);
	return days < 7 ? `${shortWeekday.format(new Date(then))} ${clockTime(then)}` : longDate(dayOf(then));
}
