/** Days as people here count them, from midnight to midnight on the clock of Scotland, as times of the trail (UTC). */

const hourThere = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	hour: '2-digit',
	hour12: false
});

/** `2026-07-03` → `2026-07-02T23:00:00.000Z`: in summer a day begins an hour before that of UTC. */
export function startOfDay(day: string): string {
	const midnight = new Date(`${day}T00:00:00.000Z`);
	const isSummer = Number(hourThere.format(midnight)) % 24 === 1;
	return new Date(midnight.getTime() - (isSummer ? 3_600_000 : 0)).toISOString();
}

/** The first moment after a day. */
export function endOfDay(day: string): string {
	const next = new Date(`${day}T12:00:00.000Z`);
	next.setUTCDate(next.getUTCDate() + 1);
	return startOfDay(next.toISOString().slice(0, 10));
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00.000Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
