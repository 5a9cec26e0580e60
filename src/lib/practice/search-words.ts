/** What somebody types to search, made into a query that SQLite's full text search takes as words and nothing else. */

/** Words that are searched for; what is typed beyond them is left out. */
const mostWords = 12;
/** Letters of a word. */
const longestWord = 40;

/** So common that they would only hide what was meant. */
const common = new Set(
	(
		'a an and are as at be by can did do does for from has have how i in is it its my of on or our that the their ' +
		'there they this to us was we what when where which who why will with you your'
	).split(' ')
);

/**
 * Each word in quotation marks, all of them wanted, the last one also as the beginning of a word. Only letters, digits
 * and the marks on letters are left, so no sign and no word (NEAR, OR) means anything but itself. Null for nothing to search for.
 */
export function searchQuery(typed: string): string | null {
	const words = wordsIn(typed);
	if (words.length === 0) return null;
	return words.map((word, at) => (at === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ');
}

/** The words that are searched for. */
export function wordsIn(typed: string): string[] {
	const found =
		typed
			.slice(0, 2_000)
			.normalize('NFC')
			.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
	const each = [...new Set(found.map((word) => [...word.toLowerCase()].slice(0, longestWord).join('')))];
	const telling = each.filter((word) => !common.has(word));
	return (telling.length > 0 ? telling : each).slice(0, mostWords);
}
