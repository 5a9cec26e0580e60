/** How long the records of a review are kept, in words. */
import { longDate } from '#lib/reports/dates.ts';
import { dayOf } from './times.ts';

export const mostYears = 100;

/** The rule as a sentence begins with it; null years: there is none. */
export const ruleWords = (years: number | null): string =>
	years === null
		? 'Nothing is erased by itself'
		: `Records and free text of a review are erased ${years} year${years === 1 ? '' : 's'} after it was issued`;

/** What stands in a few words on every page of a review whose records were erased at a time (ISO 8601). */
export const erasedStanding = (at: string): string => `Records erased on ${longDate(dayOf(at))}`;

export const erasedNotice = (at: string): string =>
	`The records of this review, their answers and what was said were erased on ${longDate(dayOf(at))}, as this installation’s rule on keeping asks. What the review concluded is kept; its results can no longer be counted.`;

/** When the records of a review become due: so many years after the moment it was issued. */
export function dueAt(issuedAt: string, years: number): string {
	const date = new Date(issuedAt);
	date.setUTCFullYear(date.getUTCFullYear() + years);
	return date.toISOString();
}
