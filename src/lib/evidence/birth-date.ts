/** Dates of birth in a text: any other date may stand in an answer. */

/** Day, month and year in figures either way round, or with the name of the month. */
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const date = new RegExp(
	[
		`${day}([./ -])(?:0?[1-9]|1[0-2])\\1(?:\\d{4}|\\d{2})`,
		`(?:18|19|20)\\d{2}([./-])(?:0?[1-9]|1[0-2])\\2${day}`,
		`${day}(?:st|nd|rd|th)?(?: of)?[ -]${month},?[ -](?:\\d{4}|\\d{2})`,
		`${month} ${day}(?:st|nd|rd|th)?,? \\d{4}`
	]
		.map((form) => `(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`)
		.join('|'),
	'giu'
);
const birth = '\\b(?:born|birth|birthday|d\\.?o\\.?b)\\b';
const birthBefore = new RegExp(birth, 'i');
const birthBehind = new RegExp(`^[\\s,;:(–-]{0,3}(?:(?:is|was) \\w+ )?(?:date of )?${birth}`, 'i');

/** A date is one of birth when a word for it stands within 40 characters before it, or right behind it. */
export function findBirthDates(text: string): { found: string; at: number }[] {
	const dates = [...text.matchAll(date)].map((match) => ({ found: match[0], at: match.index }));
	return dates.filter(({ found, at }) => {
		const end = at + found.length;
		return (
			birthBefore.test(text.slice(Math.max(0, at - 40), at)) || birthBehind.test(text.slice(end, end + 40))
		);
	});
}
