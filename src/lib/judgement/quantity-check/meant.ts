/**
 * Whether words that look like an amount are meant as one: “most staff” is, “most recently”, “the most careful”, “a third
 * party” and “up by 5%” are not. Grammar decides: what stands before the words, and what they lead to.
 */
import type { Amount } from './amounts.ts';
import type { Group } from './groups.ts';
import { isSubjectPlace } from './places.ts';
import { at, type Token } from './sentences.ts';
import { singularOf } from './nouns.ts';
import { isAdverb, isBe, possessives, prepositions, wordSet } from './word-lists.ts';

type Context = {
	tokens: readonly Token[];
	amount: Amount;
	group: Group;
	/** An amount was found earlier in the sentence. */
	after: boolean;
};

/** Whether an amount that leads to a group is meant as an amount of it. */
export function isMeant(context: Context): boolean {
	return meantBy[context.amount.kind](context);
}

const meantBy: Record<Amount['kind'], (context: Context) => boolean> = {
	word: (context) => (context.amount.core === 'most' ? isMostMeant(context) : isWordMeant(context)),
	'number-of': ({ group, amount }) =>
		isOfGroup(group) || (group.use === 'verb' && amount.core === 'number' && amount.to - amount.from > 2),
	'part-of': (context) => isOfGroup(context.group) || (!context.group.of && isAlone(context)),
	majority: isMajorityMeant,
	half: isFractionMeant,
	fraction: isFractionMeant,
	ratio: (context) => context.group.use !== 'end' || context.amount.hedges.length > 0 || isSubject(context),
	percentage: isPercentageMeant,
	whole: () => true
};

const isSubject = ({ tokens, amount }: Context): boolean => isSubjectPlace(tokens, amount.from);
const before = ({ tokens, amount }: Context): Token => at(tokens, amount.from - 1);
const isOfGroup = ({ of, use }: Group): boolean => of && (use === 'noun' || use === 'pronoun');

/** Without a noun: before a verb or “who”, in brackets, or where an amount of the same was named before. */
function isAlone(context: Context): boolean {
	const { group, after, amount } = context;
	if (group.use === 'verb')
		return isSubject(context) || amount.hedges.length > 0 || /^(?:part-of|majority)$/.test(amount.kind);
	if (group.use === 'gap') return after && isSubject(context);
	const { lower } = before(context);
	if (group.use === 'phrase') return isSubject(context) || prepositions.has(lower);
	if (group.use !== 'end') return false;
	return endsAfter.has(lower) || lower === '(' || (after && isSubject(context));
}
const endsAfter = wordSet('in for by among');

function isWordMeant(context: Context): boolean {
	const { tokens, amount, group } = context;
	if (amount.core === 'exception') return true;
	const { lower } = before(context);
	if (lower === 'than' || possessives.has(lower) || /^(?:how|these|those|this)$/.test(lower)) return false;
	if (lower === 'the' && amount.core !== 'many') return false;
	if (lower === 'as' && !isClauseOfItsOwn(context)) return false;
	if (group.number !== null && !group.of) return false;
	if (amount.core === 'few' && group.use === 'verb' && /^(?:will|would)$/.test(at(tokens, amount.to).lower))
		return false;
	if (amount.core === 'some' && /^(?:less|such)$/.test(at(tokens, amount.to).lower)) return false;
	return group.use === 'noun' || group.use === 'pronoun' || group.use === 'verb' || isAlone(context);
}

/** “…, as many letters are” is no “as many as”. */
const isClauseOfItsOwn = ({ tokens, amount }: Context): boolean =>
	at(tokens, amount.from - 2).kind === 'mark' &&
	!tokens.slice(amount.to, amount.to + 8).some(({ lower }) => lower === 'as');

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
	'also still then now already never not clearly strongly generally simply broadly actually'
);

function isMostMeant(context: Context): boolean {
	const { tokens, amount, group } = context;
	const { lower, kind } = before(context);
	const next = at(tokens, amount.to);
	if (superlative.has(lower) || possessives.has(lower) || lower.endsWith("'s") || lower.endsWith("s'"))
		return false;
	if (kind === 'number' || ofDegree.has(next.lower)) return false;
	if (
		isAdverb(next.lower) &&
		!inNames.has(next.lower) &&
		!(beforeVerbs.has(next.lower) && group.use === 'verb')
	)
		return false;
	if (group.use === 'pronoun') return true;
	if (group.use === 'noun') {
		if (group.of || group.direct) return true;
		return !isBe(lower) && singularOf(lower) === null && !/^(?:who|what|which|those)$/.test(lower);
	}
	if (group.use === 'phrase') return isSubject(context) && next.lower !== 'to';
	return isAlone(context);
}

function isMajorityMeant(context: Context): boolean {
	const { tokens, amount, group } = context;
	const { lower } = before(context);
	if (/(?:thirds|quarters|fifths)$/.test(lower) || /^(?:by|simple|absolute|qualified|overall)$/.test(lower))
		return false;
	const bare = at(tokens, amount.from).lower === 'majority';
	if (bare && /^(?:of|the|its|their)$/.test(lower)) return false;
	if (group.of) return group.use === 'noun' || group.use === 'pronoun';
	return group.use !== 'noun' && group.use !== 'shared-out' && isAlone(context);
}

const halfOf = wordSet('first second other latter better last top bottom former and early late');

function isFractionMeant(context: Context): boolean {
	const { tokens, amount, group } = context;
	const { lower } = before(context);
	if (halfOf.has(lower) && !(lower === 'and' && amount.hedges.length > 0) && lower !== 'and') return false;
	if (/^(?:by|than)$/.test(lower) || /^(?:a|an)$/.test(at(tokens, amount.to).lower)) return false;
	if (group.use === 'noun' || group.use === 'pronoun') return group.of || group.determined;
	if (group.use === 'shared-out') return group.of || group.determined;
	if (group.use === 'end')
		return lower === '(' || (amount.hedges.length > 0 && !prepositions.has(lower) && isSubject(context));
	if (group.use === 'gap' || at(tokens, amount.to).lower === 'that')
		return context.after && isSubject(context);
	if (amount.hedges.length > 0) return group.use === 'verb' || isSubject(context);
	// “A third joined” may be one more person.
	const oneMore = amount.core === 'third' && at(tokens, amount.from).lower === 'a';
	return (
		group.use === 'verb' && isSubject(context) && !(oneMore && at(tokens, amount.to).lower.endsWith('ed'))
	);
}

/** Rates that tell how many of a group took part or did as they should. */
const ratesOfPeople = wordSet(
	'attendance satisfaction uptake take-up turnout compliance completion coverage participation attainment retention'
);
const rateKinds = wordSet(
	'response completion satisfaction attendance participation success pass return uptake turnout'
);
const aims = wordSet('target targets standard expects expected expect goal aim aims');

function isPercentageMeant(context: Context): boolean {
	const { tokens, amount, group } = context;
	if (tokens.slice(0, amount.from).some(({ lower }) => aims.has(lower))) return false;
	if (group.use === 'noun' || group.use === 'shared-out' || group.use === 'pronoun') return group.of;
	if (group.use === 'verb') return isSubject(context);
	if (group.use === 'phrase') return /^(?:who|that)$/.test(at(tokens, amount.to).lower) && isSubject(context);
	const { lower, text } = before(context);
	if (text === '(')
		return (
			at(tokens, amount.to).text !== '/' &&
			(context.after || singularOf(at(tokens, amount.from - 2).lower) !== null)
		);
	if (text === ',') return context.after;
	if (!isBe(lower) && lower !== 'at') return false;
	const subject = at(tokens, amount.from - 2).lower;
	return (
		ratesOfPeople.has(subject) || (subject === 'rate' && rateKinds.has(at(tokens, amount.from - 3).lower))
	);
}
