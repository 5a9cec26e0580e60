/** What to write in the place of a phrase, so that the words around it still fit and small bases are said. */
import { formatCount } from '#lib/measures/figures.ts';
import { spoken } from '#lib/measures/term.ts';
import type { Phrase } from './find-phrases.ts';
import { numberInWords } from './numbers.ts';
import { at, type Token } from './sentences.ts';
import { takesNoun } from './whole-groups.ts';
import { wholeOf } from './wholes.ts';

export type Share = { positive: number; base: number; people: string };

/** How a term joins the words that follow its phrase. */
type Join = 'noun' | 'determined' | 'of' | 'number' | 'alone' | 'with-noun';

/** The term for a share in the place of a phrase; `shown` when the base is said nearby and need not be said again. */
export function suggestion(
	tokens: readonly Token[],
	phrase: Phrase,
	term: string,
	share: Share | null,
	shown: boolean
): string {
	const join = joinOf(tokens, phrase);
	const word = share ? spoken(term, share.positive, share.base) : term;
	const words = wordsFor(join, word, share, shown);
	const noun = join === 'with-noun' ? ` ${nounFor(tokens, phrase, share)}` : '';
	return inCaseOf(tokens.slice(phrase.from, phrase.to), `${words}${noun}`);
}

function joinOf(tokens: readonly Token[], phrase: Phrase): Join {
	const { group, to } = phrase;
	if (isPerson(phrase) || takesNoun(tokens, phrase.amount, group)) return 'with-noun';
	const aside = group.of && at(tokens, to - 1).lower !== 'of';
	if (aside) return 'of';
	if (group.use !== 'noun' && group.use !== 'shared-out' && !group.determined) return 'alone';
	if (group.number !== null) return 'number';
	return group.determined ? 'determined' : 'noun';
}

const isPerson = ({ amount }: Phrase): boolean =>
	/(?:one|body)$/.test(amount.core) && amount.kind === 'whole';

function wordsFor(join: Join, word: string, share: Share | null, shown: boolean): string {
	const before = join === 'noun' || join === 'with-noun';
	const of = before ? ofBefore(word) : join === 'determined' ? ' of' : join === 'number' ? ' of the' : '';
	if (!share || shown) {
		if (word === 'none') return before ? 'no' : `none${of}`;
		return word === 'all' ? 'all' : `${word}${of}`;
	}
	const count = ` (${countWords(share)})`;
	if (share.base < 3 || (word !== 'all' && word !== 'none'))
		return `${word}${count}${of || (word === 'none' && before ? ' of' : '')}`;
	const base = numberInWords(share.base);
	if (join === 'of') return `${word}${word === 'none' ? count : ` ${base}`}`;
	if (join === 'determined') return word === 'none' ? `none${count} of` : `all ${base} of`;
	return word === 'none' ? `none of the ${base}` : `all ${base}`;
}

const ofBefore = (word: string): string => (joinsNoun.test(word) ? '' : ' of');
const joinsNoun = /^(?:(?:very|relatively|almost|nearly) )?(?:all|few|some|many|most|several)$/;

/** The plural of the noun that goes with its amount: “every case file” → `case files`, “everyone” → what is counted. */
function nounFor(tokens: readonly Token[], phrase: Phrase, share: Share | null): string {
	if (isPerson(phrase)) return share?.people ?? 'people';
	const words = tokens.slice(phrase.amount.to, phrase.to).map(({ text }) => text);
	return [...words.slice(0, -1), pluralOf(words.at(-1)!)].join(' ');
}

function pluralOf(noun: string): string {
	if (/^person$/i.test(noun)) return 'people';
	if (/^child$/i.test(noun)) return 'children';
	if (/man$/.test(noun)) return `${noun.slice(0, -3)}men`;
	if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
	return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** In the letters of the phrase that it replaces: small, with a capital, or all in capitals. */
function inCaseOf(phrase: readonly Token[], words: string): string {
	const letters = phrase.map(({ text }) => text).join('');
	if (letters.length > 1 && /\p{Lu}/u.test(letters) && letters === letters.toUpperCase())
		return words.toUpperCase();
	return /^\p{Lu}/u.test(letters) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** `47 of 60`, as it stands in brackets behind a term. */
export const countWords = ({ positive, base }: Pick<Share, 'positive' | 'base'>): string =>
	`${formatCount(positive)} of ${formatCount(base)}`;

/** Whether a phrase says of all, or of none, that something is so. */
export const isWhole = ({ amount }: Phrase): boolean => amount.kind === 'whole' && wholeOf(amount) !== null;
