/**
 * Makes any text safe to print: a character that the typeface lacks is shown as one replacement mark, never left
 * out unseen and never the end of the whole document.
 */

export const replacementMark = '\u{fffd}';

/** Does the typeface have this code point? */
export type Covers = (codePoint: number) => boolean;

/** Control characters save the line feed, soft hyphens, marks of direction, of joining and of variation. */
const unprinted = /(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

const signs = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/**
 * The text with composed letters, without unprinted characters, and with one replacement mark for each sign that
 * the typeface lacks even in a plainer form (“①” is printed as “1”, “ﬁ” as “fi”).
 */
export function printableText(text: string, covers: Covers): string {
	const coversAll = (sign: string) =>
		[...sign].every((each) => each === '\n' || covers(each.codePointAt(0)!));
	const composed = text
		.normalize('NFC')
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
		.replace(/\t/g, ' ');
	const plain = composed.replace(unprinted, '');
	if (coversAll(plain)) return plain;
	return [...signs.segment(composed)]
		.map(({ segment }) => printableSign(segment.replace(unprinted, ''), coversAll))
		.join('');
}

function printableSign(sign: string, coversAll: (sign: string) => boolean): string {
	if (coversAll(sign)) return sign;
	const plainer = sign.normalize('NFKD').normalize('NFC');
	if (coversAll(plainer)) return plainer;
	const unmarked = plainer.normalize('NFD').replace(/\p{M}/gu, '');
	return unmarked !== '' && coversAll(unmarked) ? unmarked : replacementMark;
}

/** The same value with every text in it made printable. Keys are left alone. */
export function printable<T>(value: T, covers: Covers): T {
	if (typeof value === 'string') return printableText(value, covers) as T;
	if (Array.isArray(value)) return value.map((each) => printable(each, covers)) as T;
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, printable(inner, covers)])
	) as T;
}
