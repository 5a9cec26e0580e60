/** Whether “most” is meant as a number of a group, and not as a degree: “most staff”, but “the most careful”. */
import { before, isAlone, isSubject, type Context } from './meaning.ts';
import { isOfThese } from './meant-words.ts';
import { isUncounted, singularOf } from './nouns.ts';
import { isNumberWord } from './numbers.ts';
import { at } from './sentences.ts';
import { isAdverb, isBe, possessives, wordSet } from './word-lists.ts';

/** After these “most” makes a superlative. */
const superlative = wordSet('the a at than very second third next far how');

/** Of these one says “most” for the degree and hardly ever for the number. */
const ofDegree = wordSet(
	'recent important effective likely pressing urgent relevant appropriate suitable notable striking frequent useful',
	'helpful obvious valuable efficient common popular serious certain encouraging welcome favoured needed wanted valued',
	'grateful probable striking interesting significant prevalent cited used'
);

/** Adverbs that can stand in a name of people or things: “most newly qualified staff”. */
const inNames = wordSet(
	'newly locally privately publicly centrally nationally formally previously currently fully'
);

/** Adverbs that stand between the subject and its verb: “most also felt”. */
const beforeVerbs = wordSet(
	'also still then now already never not clearly strongly generally simply broadly actually rarely seldom usually always sometimes'
);

/** “Two hours, most of them on one item.” */
function isOfTime({ tokens, amount }: Context): boolean {
	const noun = at(tokens, amount.from - 1).text === ',' ? at(tokens, amount.from - 2).lower : '';
	const told =
		isNumberWord(at(tokens, amount.from - 3).lower) || at(tokens, amount.from - 3).lower === 'half';
	return told && isUncounted(singularOf(noun) ?? '');
}

export function isMostMeant(context: Context): boolean {
	const { tokens, amount, group } = context;
	const { lower, kind } = before(context);
	const next = at(tokens, amount.to);
	// “At most two” is a bound, “at most stations” a number of them.
	const atPlaces = lower === 'at' && group.use === 'noun' && group.number === null;
	if (
		(superlative.has(lower) && !atPlaces) ||
		possessives.has(lower) ||
		lower.endsWith("'s") ||
		lower.endsWith("s'")
	)
		return false;
	if (
		kind === 'number' ||
		(lower === ',' && next.lower === 'of' && at(tokens, amount.to + 1).lower === 'all')
	)
		return false;
	if (ofDegree.has(next.lower) && !(group.use === 'noun' && isSubject(context))) return false;
	if (
		isAdverb(next.lower) &&
		!inNames.has(next.lower) &&
		!(beforeVerbs.has(next.lower) && group.use === 'verb')
	)
		return false;
	if (group.use === 'pronoun') return !isOfTime(context);
	if (group.use === 'noun') {
		if (group.of || group.direct) return true;
		return !isBe(lower) && singularOf(lower) === null && !/^(?:who|what|which|those)$/.test(lower);
	}
	if (group.use === 'phrase') return isSubject(context) && next.lower !== 'to';
	return isOfThese(context) || isAlone(context);
}
