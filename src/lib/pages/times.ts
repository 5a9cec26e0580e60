/** Times of the day as people here read them: on the clock of Scotland, whatever clock the machine keeps. */
import { longDate } from '#lib/reports/dates.ts';

const clock = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	hour: '2-digit',
	minute: '2-digit'
});
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** `2026-07-03T13:02:11.000Z` → `14:02`. */
export const clockTime = (at: string): string => clock.format(new Date(at));

/** `2026-07-03T13:02:11.000Z` → `14:02 on 3 July 2026`. */
export const dayAndTime = (at: string): string => `${clockTime(at)} on ${longDate(dayOf(at))}`;

/** `2026-07-03T23:30:00.000Z` → `2026-07-04`. */
export const dayOf = (at: string): string => day.format(new Date(at));
