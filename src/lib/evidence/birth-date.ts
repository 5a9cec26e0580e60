/** Dates of birth in a text: any other date may stand in an answer. */
import { matchesOf, type Find } from './identifier-find.ts';

/** Day, month and year in figures in any order, or with the name of the month. */
const month =
	'(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|' +
	'nov(?:ember)?|dec(?:ember)?)\\.?';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const monthNumber = '(?:0?[1-9]|1[0-2])';
const year = "(?:(?:18|19|20)\\d{2}|['’]?\\d{2})";
const date = new RegExp(
	[
		`${day}([./ -])${monthNumber}\\1${year}`,
		`${monthNumber}([./-])${day}\\2${year}`,
		`(?:18|19|20)\\d{2}([./-])${monthNumber}\\3${day}`,
		`${day}(?:st|nd|rd|th)?(?: of)?(?: the)?[ .-]?${month},?[ .-]?${year}`,
		`${month} ${day}(?:st|nd|rd|th)?,? (?:18|19|20)\\d{2}`
	]
		.map((form) => `(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`)
		.join('|'),
	'giu'
);
const birth = '\\b(?:born|birth(?:day|date)?|d[./]?o[./]?b)\\b';
const birthBefore = new RegExp(`${birth}([^]*)$`, 'i');
const birthBehind = new RegExp(`^[\\s,;:(–-]{0,3}(?:(?:is|was) \\w+ )?(?:date of )?${birth}`, 'i');
/** Six or eight digits in one piece are a date of birth only right behind a word that asks for one. */
const inOnePiece = /(?<=\b(?:d[./]?o[./]?b|date of birth)\b[\s.:=-]{0,4})(?:\d{8}|\d{6})(?!\d)/giu;
const sentenceEnd = /[.!?]\s+\p{Lu}/u;

/**
 * A date is one of birth when a word for it stands within 40 characters before it in the same sentence, or right
 * behind it.
 */
export function findBirthDates(text: string): Find[] {
	const dates = matchesOf(text, date).flatMap(({ found, at }) => {
		const end = at + found.length;
		const before = birthBefore.exec(text.slice(Math.max(0, at - 40), at));
		if (before && !sentenceEnd.test(before[1]!))
			return [{ found, at, reason: 'a date behind a word for birth' }];
		if (birthBehind.test(text.slice(end, end + 40)))
			return [{ found, at, reason: 'a date before a word for birth' }];
		return [];
	});
	const pieces = matchesOf(text, inOnePiece)
		.filter(({ found }) => isDate(found))
		.map((match) => ({ ...match, reason: 'the digits of a date behind a word for birth' }));
	return [...dates, ...pieces];
}

function isDate(digits: string): boolean {
	const [first, second] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
	const last = digits.length === 8 ? Number(digits.slice(6)) : 1;
	const dayFirst = first >= 1 && first <= 31 && second >= 1 && second <= 12;
	const yearFirst = /^(?:18|19|20)\d\d(?:0[1-9]|1[0-2])/.test(digits) && last >= 1 && last <= 31;
	return dayFirst || (digits.length === 8 && yearFirst);
}
