/** Dates as people and spreadsheets write them in this country: the day before the month. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const longest = 60;

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayFirst = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const inWords = /^(\d{1,2})(?:st|nd|rd|th)?[ -]+([a-z]{3,9})\.?,?[ -]+(\d{4})$/i;
const timeAfter = /[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]m)?Z?$/i;

/**
 * YYYY-MM-DD of 27/06/2018, 27.6.2018, 27 June 2018, or of a date that is so already; times are left out. Anything
 * else comes back as it is, such as a year of two digits, or a month after the 12th: it is for a person to mend.
 */
export function plainDate(cell: string): string {
	// No date is longer, and a long text would be searched for long.
	if (cell.length > longest) return cell;
	const text = cell.trim().replace(timeAfter, '');
	const written = iso.exec(text);
	if (written) return `${written[1]}-${written[2]}-${written[3]}`;
	const numbers = dayFirst.exec(text);
	if (numbers) return joined(cell, numbers[4]!, Number(numbers[3]), numbers[1]!);
	const words = inWords.exec(text);
	if (!words) return cell;
	return joined(cell, words[3]!, months.indexOf(words[2]!.slice(0, 3).toLowerCase()) + 1, words[1]!);
}

function joined(cell: string, year: string, month: number, day: string): string {
	if (month < 1 || month > 12) return cell;
	return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
