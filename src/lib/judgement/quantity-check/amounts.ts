/**
 * Amounts in words: hedges (“slightly less than”), then a word or pattern for an amount (“half”, “a significant number”,
 * “many”). What they are amounts of, and whether they are meant as amounts at all, is decided elsewhere.
 */
import { hedgeBeginnings, readHedges } from './hedges.ts';
import { at, type Token } from './sentences.ts';
import { wordSet } from './word-lists.ts';

export type AmountKind =
	'word' | 'number-of' | 'part-of' | 'majority' | 'half' | 'fraction' | 'percentage' | 'ratio' | 'whole';

export type Amount = {
	kind: AmountKind;
	/** Places of its first token and after its last. */
	from: number;
	to: number;
	/** The word that carries the amount: most, number, half. */
	core: string;
	/** Small words in front that make it more or less: “slightly less than”. */
	hedges: string[];
	/** The words without articles, in the one spelling by which terms of a scale are found. */
	key: string;
	/** It is larger or smaller than something else. */
	compared?: boolean;
	/** The share in per cent where it is said: 70 for 70%, 50 for half. */
	percent: number | null;
};

const simple = wordSet('most many some several numerous countless multiple few');
export const articles = wordSet('a an the');
/** How large a number, a part or a majority may be said to be. */
const sizes = wordSet(
	'large small significant considerable substantial sizeable sizable good great high low fair limited tiny growing',
	'increasing rising vast huge disproportionate notable worrying surprising reasonable decent overwhelming clear strong',
	'slim narrow bare slight simple big larger greater smaller better meaningful modest negligible noticeable concerning',
	"lion's",
	'diminishing shrinking decreasing lesser whole sheer major minor moderate fairly unacceptable important material'
);
const compared = wordSet('greater larger smaller better lesser');
const degrees = wordSet('very relatively quite fairly comparatively rather extremely really');
const numberWords = wordSet('number numbers');
const partWords = wordSet('minority proportion percentage share fraction');
const crowds = wordSet(
	'handful couple host tens dozens scores hundreds thousands lots plenty bulk swathes',
	'smattering sprinkling trickle raft clutch string slew mass masses loads heaps bunch cluster'
);

const beginnings = new Set([
	...[...hedgeBeginnings, ...simple, ...sizes, ...degrees, ...numberWords, ...partWords, ...crowds],
	...['majority', 'part', 'parts', 'lot', 'without', 'fewer', 'one', 'two', 'three']
]);

/** Whether an amount in words, or hedges before any amount, can begin with a word that is no article. */
export const beginsWords = (lower: string): boolean => beginnings.has(lower);

type Words = Pick<Amount, 'kind' | 'core' | 'to' | 'compared'>;

/** The amount in words at a place behind its hedges, or null. */
export function readWordAmount(tokens: readonly Token[], from: number): Amount | null {
	const { hedges, to } = readHedges(tokens, from);
	const words = simpleWords(tokens, to) ?? sizedWords(tokens, to);
	return words && { ...words, from, hedges, key: keyOf(tokens, from, words.to), percent: null };
}

/** Many, some, a few, a good many; a lot; without exception. */
function simpleWords(tokens: readonly Token[], from: number): Words | null {
	const [first, second, third] = [0, 1, 2].map((index) => at(tokens, from + index).lower) as [
		string,
		string,
		string
	];
	if (simple.has(first)) return { kind: 'word', core: first, to: from + 1 };
	if (first === 'without' && second === 'exception') return { kind: 'word', core: 'exception', to: from + 2 };
	const couple = /^(?:one|two|three)$/.test(first) && second === 'or' && /^(?:two|three|four)$/.test(third);
	if (couple) return { kind: 'word', core: 'one or two', to: from + 3 };
	if (first === 'fewer' && second === 'still') return { kind: 'word', core: 'fewer still', to: from + 2 };
	if (first !== 'a') return null;
	if (second === 'few')
		return { kind: 'word', core: 'a few', to: from + (/^(?:hundred|thousand|dozen)$/.test(third) ? 3 : 2) };
	if (second === 'lot') return { kind: 'number-of', core: 'lot', to: from + 2 };
	const good = /^(?:great|good|fair)$/.test(second) && /^(?:many|few)$/.test(third);
	return good ? { kind: 'word', core: 'many', to: from + 3 } : null;
}

/** A very small number, the vast majority, a proportion, dozens, the greater part. */
function sizedWords(tokens: readonly Token[], from: number): Words | null {
	const first = at(tokens, from).lower;
	const article = articles.has(first) ? first : '';
	let place = article === '' ? from : from + 1;
	while (degrees.has(at(tokens, place).lower) || (article !== '' && at(tokens, place).lower.endsWith('ly')))
		place += 1;
	let size = '';
	for (; sizes.has(at(tokens, place).lower); place += 1) size = at(tokens, place).lower;
	const core = at(tokens, place).lower;
	const words = (kind: AmountKind): Words => ({ kind, core, to: place + 1, compared: compared.has(size) });
	if (core === 'majority') return words('majority');
	// “The number of” names a figure and says not how many; “large numbers of” do.
	const before = place;
	if (core !== 'number' && (article === 'a' || article === 'an')) place = openNumber(tokens, place);
	if (place > before || core === 'number')
		return article === 'a' || article === 'an' ? { ...words('number-of'), core: 'number' } : null;
	if (core === 'numbers') return size === '' ? null : words('number-of');
	if (partWords.has(core))
		return article === 'a' || size !== '' || core === 'minority' ? words('part-of') : null;
	if (crowds.has(core)) {
		// “Tens of thousands of people” is one amount.
		const more =
			at(tokens, place + 1).lower === 'of' &&
			/^(?:hundred|thousand|dozen|hundreds|thousands)$/.test(at(tokens, place + 2).lower);
		if (more) place += 2;
		return size === '' || article !== '' || core === 'swathes' ? words('number-of') : null;
	}
	const part = article === 'the' ? compared.has(size) : article === 'a' && size !== '';
	if (core === 'parts' && size !== '') return words('part-of');
	return core === 'part' && part ? words('part-of') : null;
}

/** Numbers that name or tell apart, and count nothing. */
const names = wordSet(
	'telephone phone mobile fax reference serial account house room page version odd even prime whole round increased reduced higher lower greater fixed set given certain total maximum minimum average equal same'
);
const openWords = 4;

/** The place of “number” behind words that are no known size: “an alarming number of”; or the place given. */
function openNumber(tokens: readonly Token[], from: number): number {
	for (let place = from; place < from + openWords; place += 1) {
		const { lower, kind } = at(tokens, place);
		if (lower === 'number') return at(tokens, place + 1).lower === 'of' ? place : from;
		if (kind !== 'word' || names.has(lower) || articles.has(lower)) return from;
	}
	return from;
}

/** The words of a phrase without articles, in one spelling: “Fewer than one half” → `less than half`. */
export function keyOf(tokens: readonly Token[], from: number, to: number): string {
	return normalised(tokens.slice(from, to).map(({ lower }) => lower));
}

export function normalised(words: readonly string[]): string {
	const plain = words.filter((word) => !articles.has(word)).map((word) => (word === 'fewer' ? 'less' : word));
	const told = plain.filter((word, index) => !(word === 'one' && plain[index + 1] === 'half'));
	const leading = told.findIndex((word) => word !== 'only' && word !== 'just');
	// “Just under half” is more than “under half”; “only a few” and “just a few” are a few.
	return (told.at(-1) === 'few' ? told.slice(Math.max(0, leading)) : told).join(' ');
}
