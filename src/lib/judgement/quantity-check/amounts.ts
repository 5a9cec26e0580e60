/**
 * Amounts in words: hedges (“slightly less than”), then a word or pattern for an amount (“half”, “a significant number”,
 * “many”). What they are amounts of, and whether they are meant as amounts at all, is decided elsewhere.
 */
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
	/** The share in per cent where it is said: 70 for 70%, 50 for half. */
	percent: number | null;
};

const hedgePhrases = [
	'no more than|no fewer than|no less than|by no means|in excess of|as many as|as few as|more or less',
	'more than|less than|fewer than|at least|at most|up to|close to|upwards of|not quite|not that|not very|a little|a bit|just about',
	'not|just|only|almost|nearly|virtually|practically|around|about|roughly|approximately|over|under|above|below|well',
	'slightly|significantly|considerably|substantially|much|far|very|relatively|comparatively|fairly|quite|so|too|such',
	'hardly|barely|scarcely|marginally|somewhat|rather|clearly|easily|fully|exactly|near|extremely|effectively|though'
]
	.flatMap((line) => line.split('|'))
	.map((phrase) => phrase.split(' '));
const hedgesByFirst = Map.groupBy(hedgePhrases, ([first]) => first!);
const mostHedges = 4;

/** Hedges from a place on; each as it is said. */
export function readHedges(tokens: readonly Token[], from: number): { hedges: string[]; to: number } {
	const hedges: string[] = [];
	let to = from;
	while (hedges.length < mostHedges) {
		const known = hedgesByFirst.get(at(tokens, to).lower) ?? [];
		const phrase = known.find((words) => words.every((word, index) => at(tokens, to + index).lower === word));
		if (!phrase) break;
		hedges.push(phrase.join(' '));
		to += phrase.length;
	}
	return { hedges, to };
}

const simple = wordSet('most many some several numerous countless multiple few');
const articles = wordSet('a an the');
/** How large a number, a part or a majority may be said to be. */
const sizes = wordSet(
	'large small significant considerable substantial sizeable sizable good great high low fair limited tiny growing',
	'increasing rising vast huge disproportionate notable worrying surprising reasonable decent overwhelming clear strong',
	'slim narrow bare slight simple big larger greater smaller better meaningful modest negligible noticeable concerning',
	'diminishing shrinking decreasing lesser whole sheer major minor moderate fairly unacceptable important material'
);
const compared = wordSet('greater larger smaller better lesser');
const degrees = wordSet('very relatively quite fairly comparatively rather extremely really');
const numberWords = wordSet('number numbers');
const partWords = wordSet('minority proportion percentage share fraction');
const crowds = wordSet('handful couple host dozens scores hundreds thousands lots plenty bulk');

/** The amount in words at a place behind its hedges, or null. */
export function readWordAmount(tokens: readonly Token[], from: number): Amount | null {
	const { hedges, to: start } = readHedges(tokens, from);
	let place = start;
	const article = articles.has(at(tokens, place).lower) ? at(tokens, place).lower : '';
	if (article !== '') place += 1;
	const amount = (kind: AmountKind, to: number, core: string): Amount => ({
		kind,
		from,
		to,
		core,
		hedges,
		key: keyOf(tokens, from, to),
		percent: null
	});
	const here = at(tokens, place).lower;
	if (here === 'without' && at(tokens, place + 1).lower === 'exception')
		return amount('word', place + 2, 'exception');
	if (article === '' && simple.has(here)) return amount('word', place + 1, here);
	if (article === 'a' && here === 'few') return amount('word', place + 1, 'a few');
	if (
		article === 'a' &&
		/^(?:great|good|fair)$/.test(here) &&
		/^(?:many|few)$/.test(at(tokens, place + 1).lower)
	)
		return amount('word', place + 2, 'many');
	if (article === 'a' && here === 'lot') return amount('number-of', place + 1, 'lot');
	let size = '';
	while (degrees.has(at(tokens, place).lower)) place += 1;
	while (sizes.has(at(tokens, place).lower)) {
		size = at(tokens, place).lower;
		place += 1;
	}
	const core = at(tokens, place).lower;
	const to = place + 1;
	if (core === 'majority') return amount('majority', to, core);
	if (numberWords.has(core))
		return isNumberOf(article, size, core) ? amount('number-of', to, 'number') : null;
	if (partWords.has(core)) return article === 'a' || size !== '' ? amount('part-of', to, core) : null;
	if (crowds.has(core)) return size === '' || article !== '' ? amount('number-of', to, core) : null;
	if (core === 'part' && article === 'the' && compared.has(size)) return amount('part-of', to, core);
	return null;
}

/** “The number of” names a figure, and “a greater number of” a change; neither says how many. */
const isNumberOf = (article: string, size: string, core: string): boolean =>
	core === 'number'
		? article !== 'the' && article !== '' && !compared.has(size)
		: size !== '' && !compared.has(size);

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
