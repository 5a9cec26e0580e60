/** Days in a workbook are numbers, and only the format of the cell tells that they are days. */

/**
 * The built-in formats that show a day or a time (ECMA-376 part 1, 18.8.30, with those of East Asian versions that
 * other producers write too).
 */
const builtIn = new Set([...range(14, 22), ...range(27, 36), ...range(45, 47), ...range(50, 58)]);

function range(from: number, to: number): number[] {
	return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}

export const isBuiltInDate = (id: number) => builtIn.has(id);

/** Whether a format such as `dd/mm/yyyy` shows a day or a time: outside quoted text, colours and conditions. */
export function isDateFormat(format: string): boolean {
	const bare = format
		.slice(0, 255)
		.replace(/\[(?:h+|m+|s+)\]/gi, 'h')
		.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
	return /[dmyhs]/i.test(bare) && !/general/i.test(bare);
}

/** Days from 31 December 1899, or 2 January 1904, to 1970, where the days of the two systems stand at 0 and 1 462. */
const epochs = { '1900': 25_569, '1904': 24_107 } as const;
export type DateSystem = keyof typeof epochs;

/**
 * A serial number as YYYY-MM-DD, with HH:MM:SS after a space where there is a time, or the time alone; null where it
 * is no day that a workbook can show. Serial numbers up to 60 in the 1900 system are one off, because Excel counts a
 * 29 February 1900 that never was.
 */
export function serialDate(serial: number, system: DateSystem): string | null {
	if (!(serial >= 0) || serial > 2_958_466) return null;
	const seconds = Math.round(serial * 86_400);
	const days = Math.floor(seconds / 86_400);
	const time = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
	if (days === 0 && system === '1900') return time;
	const shift = system === '1900' && days < 60 ? 1 : 0;
	const date = new Date((days + shift - epochs[system]) * 86_400_000);
	const day = date.toISOString();
	if (!/^\d{4}-/.test(day)) return null;
	return time === '00:00:00' ? day.slice(0, 10) : `${day.slice(0, 10)} ${time}`;
}
