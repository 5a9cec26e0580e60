/** Dates as a reader says them. */

const months = 'January February March April May June July August September October November December'.split(
	' '
);

/** `2018-07-13` → `13 July 2018`. */
export function longDate(date: string): string {
	const [year, month, day] = date.split('-').map(Number);
	return `${day} ${months[month! - 1]} ${year}`;
}

/** `27 June to 13 July 2018`, `13 July 2018`, `1 May 2018 to 2 May 2019`, or `not stated` without dates. */
export function dateRange(from: string | null, to: string | null): string {
	if (from === null && to === null) return 'not stated';
	if (from === null || to === null || from === to) return longDate((from ?? to)!);
	const sameYear = from.slice(0, 4) === to.slice(0, 4);
	const sameMonth = from.slice(0, 7) === to.slice(0, 7);
	if (sameMonth) return `${Number(from.slice(8))} to ${longDate(to)}`;
	return `${sameYear ? longDate(from).slice(0, -5) : longDate(from)} to ${longDate(to)}`;
}
