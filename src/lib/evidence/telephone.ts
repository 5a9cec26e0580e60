/** Telephone numbers in a text. */
import { matchesOf, type Find } from './identifier-find.ts';

/**
 * Eleven digits with the 0, or ten without it behind 44; the first two say that it is an area or network code. Ten
 * with the 0 (nine without) are for `tenDigits` to decide on. Between two digits may stand a bracket, and a space, a
 * hyphen, a point or a stroke.
 */
const national =
	/(?<![\p{L}\p{N}./£-])(?:(?:\+|00)44\)?(?: ?[-./] ?| {1,2})?\(?(?:0\) ?)?[1235789](?:\)?(?: ?[-./] ?| {1,2})?\(?\d){8,9}|\(?0[1235789]\d(?:\)?(?: ?[-./] ?| {1,2})?\(?\d){8}|\(?0[158]\d(?:\)?(?: ?[-./] ?| {1,2})?\(?\d){7})(?![\p{L}\p{N}])/gu;
/** A plus, the code of a country, and the rest in groups. */
const international =
	/(?<![\p{L}\p{N}+])\+(?!44)[1-9]\d{0,13}(?:[ .-]{1,2}\(?\d{1,8}\)?){0,5}(?![\p{L}\p{N}])/gu;
/** A number without its area code is one when it is called so. */
const called =
	/(?<=\b(?:tel|telephone|phone|mobile|mob)(?:\.|\b)(?: (?:no|number)\b)?[ :.]{0,3})\d{3,8}(?:[ -]\d{3,5})?(?![\p{L}\p{N}])/giu;

/**
 * Ten digits in one piece are as often another number, so they are one only in the groups of the few numbers that
 * have ten: 01xxx xxxxx, 016977 xxxx, 0800 xxxxxx, 0500 xxxxxx.
 */
const tenDigits = /^\(?(?:01\d{3}\)?[ ./-]+\d{5}|01697[347]\)?[ ./-]+\d{4}|0[58]00\)?[ ./-]+\d{3} ?\d{3})$/;

export function findTelephoneNumbers(text: string): Find[] {
	return [
		...matchesOf(text, national)
			.filter(isNational)
			.map((match) => ({ ...match, reason: 'a British code and as many digits as its numbers have' })),
		...matchesOf(text, international)
			.filter(({ found }) => digitsIn(found) >= 9 && digitsIn(found) <= 15)
			.map((match) => ({
				...match,
				reason: 'a plus, the code of a country and as many digits as a number has'
			})),
		...matchesOf(text, called)
			.filter(({ found }) => digitsIn(found) >= 6)
			.map((match) => ({ ...match, reason: 'digits behind the word for a telephone' }))
	];
}

function isNational({ found }: { found: string }): boolean {
	return digitsIn(found) !== 10 || tenDigits.test(found);
}

const digitsIn = (found: string) => found.replace(/\D/g, '').length;
