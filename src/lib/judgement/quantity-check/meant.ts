/**
 * Whether words that look like an amount are meant as one: “most staff” is, “most recently”, “the most careful”, “a third
 * party” and “up by 5%” are not. Grammar decides: what stands before the words, and what they lead to.
 */
import type { Amount } from './amounts.ts';
import type { Group } from './groups.ts';
import { isSubjectPlace } from './places.ts';
import { at, type Token } from './sentences.ts';
import { isUncounted, singularOf } from './nouns.ts';
import { isNumberWord } from './numbers.ts';
import { endsGroup, isAdverb, isBe, pluralVerbs, possessives, prepositions, wordSet } from './word-lists.ts';

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
	'number-of': isNumberMeant,
	'part-of': (context) =>
		isOfGroup(context.group) || context.group.use === 'shared-out' || (!context.group.of && isAlone(context)),
	majority: isMajorityMeant,
	half: isFractionMeant,
	fraction: isFractionMeant,
	ratio: (context) =>
		context.group.use !== 'end' ||
		context.amount.hedges.length > 0 ||
		isSubject(context) ||
		endsAfter.has(before(context).lower),
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
	if (group.use === 'gap') return after && (isSubject(context) || endsAfter.has(before(context).lower));
	const { lower } = before(context);
	if (group.use === 'phrase')
		return (
			at(context.tokens, group.to).lower === 'who' ||
			isSubject(context) ||
			prepositions.has(lower) ||
			isThereBe(context) ||
			isObject(context)
		);
	if (group.use !== 'end') return false;
	if (amount.core === 'few' && isBe(lower)) return true;
	return endsAfter.has(lower) || lower === '(' || (after && isSubject(context)) || isObject(context);
}

/** “We opened a few”, “the board turned down the majority”. */
function isObject({ tokens, amount }: Context): boolean {
	const { lower } = at(tokens, amount.from - 1);
	if (!/^(?:a few|several|majority|minority|handful)$/.test(amount.core)) return false;
	return lower.endsWith('ed') || pluralVerbs.has(lower) || /^(?:down|off|up|out|only|by)$/.test(lower);
}

/** “There were several who had never been asked.” */
const isThereBe = ({ tokens, amount }: Context): boolean =>
	isBe(at(tokens, amount.from - 1).lower) && at(tokens, amount.from - 2).lower === 'there';

const endsAfter = wordSet('in for by among with to');

function isNumberMeant(context: Context): boolean {
	const { tokens, amount, group, after } = context;
	// “A greater number of providers” is a change, unless it stands beside another number.
	if (amount.compared && amount.core === 'number') return after;
	// “A couple of hundred homes”.
	if (group.use === 'noun' && /^(?:hundred|thousand|dozen)$/.test(at(tokens, amount.to - 1).lower))
		return true;
	if (isOfGroup(group) || (amount.core === 'swathes' && group.use === 'shared-out')) return true;
	if (group.use === 'phrase' && at(tokens, group.to).lower === 'who' && amount.core === 'number') return true;
	if (
		group.use === 'verb' &&
		isSubject(context) &&
		/^(?:number|handful|lot|dozens|hundreds|thousands|scores|plenty|lots)$/.test(amount.core)
	)
		return true;
	if (amount.core === 'handful') return group.use === 'end' && isObject(context);
	if (amount.core !== 'number' || amount.to - amount.from < 3) return false;
	if (group.use === 'phrase' && after) return true;
	return group.use === 'verb' || (group.use === 'end' && endsAfter.has(at(tokens, amount.from - 1).lower));
}

function isWordMeant(context: Context): boolean {
	const { tokens, amount, group } = context;
	if (amount.core === 'exception') return true;
	if (amount.core === 'fewer still') return context.after;
	const { lower } = before(context);
	if (lower === 'than' || possessives.has(lower) || /^(?:how|however)$/.test(lower)) return false;
	if (/^(?:these|those|this)$/.test(lower) && !isOfThese(context)) return false;
	if (amount.core === 'few' && /^(?:first|last|next|past|chosen|select|lucky|every)$/.test(lower))
		return false;
	if (lower === 'the' && amount.core !== 'many' && amount.core !== 'multiple') return false;
	if (lower === 'as' && !isClauseOfItsOwn(context)) return false;
	if (group.number !== null && !group.of) return false;
	if (amount.core === 'few' && group.use === 'verb' && /^(?:will|would)$/.test(at(tokens, amount.to).lower))
		return false;
	if (group.use === 'verb' && /^(?:in|at|for|by|with|to|from|on|of|into|under|about)$/.test(lower))
		return false;
	if (group.use === 'verb' && (pluralVerbs.has(lower) || /^(?:has|having|given)$/.test(lower))) return false;
	if (amount.core === 'some' && /^(?:less|such)$/.test(at(tokens, amount.to).lower)) return false;
	return group.use === 'noun' || group.use === 'pronoun' || group.use === 'verb' || isAlone(context);
}

/** “Of these most were new.” */
const isOfThese = ({ tokens, amount, group }: Context): boolean =>
	(group.use === 'verb' && at(tokens, 0).lower === 'of') ||
	(/^(?:these|those|them|which|whom)$/.test(at(tokens, amount.from - 1).lower) &&
		at(tokens, amount.from - 2).lower === 'of');

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
	'also still then now already never not clearly strongly generally simply broadly actually rarely seldom usually always sometimes'
);

/** “Two hours, most of them on one item.” */
function isOfTime({ tokens, amount }: Context): boolean {
	const noun = at(tokens, amount.from - 1).text === ',' ? at(tokens, amount.from - 2).lower : '';
	const told =
		isNumberWord(at(tokens, amount.from - 3).lower) || at(tokens, amount.from - 3).lower === 'half';
	return told && isUncounted(singularOf(noun) ?? '');
}

function isMostMeant(context: Context): boolean {
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

/** “Chosen by a quarter of people” is a share, “cut by a quarter” a change. */
const isSharedBy = ({ tokens, amount, group, after }: Context): boolean =>
	(group.of || after) && !tokens.slice(0, amount.from).some(({ lower }) => changes.has(lower));

const halfOf = wordSet('first second other latter better last top bottom former and early late');

function isFractionMeant(context: Context): boolean {
	const { tokens, amount, group } = context;
	const { lower } = before(context);
	if (halfOf.has(lower) && !(lower === 'and' && amount.hedges.length > 0) && lower !== 'and') return false;
	if (
		lower === 'than' ||
		(lower === 'by' && !isSharedBy(context)) ||
		/^(?:a|an)$/.test(at(tokens, amount.to).lower)
	)
		return false;
	if (group.use === 'noun' || group.use === 'pronoun') return group.of || group.determined;
	if (group.use === 'shared-out') return group.of || group.determined;
	if (group.use === 'end' && amount.hedges.length > 0 && isBe(lower)) return true;
	if (group.use === 'end' && endsAfter.has(lower)) {
		const inHalf = lower === 'in' && amount.core === 'half' && amount.hedges.length === 0;
		return !inHalf && (context.after || amount.hedges.length > 0 || lower === 'for');
	}
	if (group.use === 'end')
		return lower === '(' || (amount.hedges.length > 0 && (endsAfter.has(lower) || isSubject(context)));
	if (group.use === 'gap' || at(tokens, amount.to).lower === 'that')
		return context.after && isSubject(context);
	if (amount.hedges.length > 0)
		return group.use === 'verb' || isSubject(context) || (group.use === 'phrase' && endsAfter.has(lower));
	// “A third joined” may be one more person.
	const oneMore = amount.core === 'third' && at(tokens, amount.from).lower === 'a';
	const verb = at(tokens, amount.to).lower;
	if (at(tokens, amount.to + 1).lower === 'to' && verb.endsWith('ed')) return false;
	return group.use === 'verb' && (pluralVerbs.has(verb) || (isSubject(context) && !oneMore));
}

/** What goes up and down, is paid or planned: a percentage of these is no share of a group. */
const changes = wordSet(
	'overspent underspent rise rises rose risen rising increase increases increased increasing reduction reductions reduced reduce cut cuts fall',
	'falls fell fallen drop drops dropped growth grew grown decline declined decrease decreased gain gained up down climbed',
	'jumped went saved saving savings uplift change changed improved improvement doubled slipped dipped swing'
);
const comparisons = wordSet(
	'more less fewer higher lower above below better worse faster slower cheaper dearer annual point points off extra'
);
const prices = wordSet(
	'vat tax taxes interest inflation overspend underspend fee fees price prices pay wage wages cost costs rent rents discount',
	'margin levy premium deposit duty yield charge charges loan mortgage return salary salaries profit loss'
);
const aims = wordSet(
	'mark score scores target targets standard expects expected expect goal aim aims threshold minimum maximum benchmark'
);
const rateKinds = wordSet(
	'response completion satisfaction attendance participation success pass return uptake turnout'
);
const nearBy = 16;

/** A percentage is a share of a group unless it is a change, a price, an aim or a part of a substance. */
function isPercentageMeant(context: Context): boolean {
	const { tokens, amount, group } = context;
	const { from, to } = amount;
	const clause = tokens.slice(Math.max(0, from - nearBy), from).map(({ lower }) => lower);
	if (
		clause.some((word) => aims.has(word)) ||
		/^means?$/.test(clause.findLast((word) => /^mean/.test(word)) ?? '')
	)
		return false;
	const [last = '', next, second] = [clause.at(-1), at(tokens, to).lower, at(tokens, to + 1).lower];
	if (changes.has(next) || comparisons.has(next) || prices.has(next) || changes.has(second)) return false;
	const changed = clause.some((word) => changes.has(word));
	// “Fell from 81% to 74%” tells two shares where it is said of what; “by 7%” and “a rise of 7%” tell a change.
	const ofShare = context.after || clause.some((word) => /^(?:proportion|share|percentage)$/.test(word));
	const level = ofShare && /^(?:to|from|and|at)$/.test(last);
	if (changed && !level && /^(?:by|of|to|from|and)$/.test(last)) return false;
	if (changes.has(last) && !level) return false;
	if (group.of) return true;
	if (next === 'of' || (changed && !level) || clause.some((word) => prices.has(word))) return false;
	// “100% committed” is a way to say “fully”.
	if (amount.percent === 100 && at(tokens, from - 1).text !== '(') return false;
	if (last === 'of' && clause.at(-2) === 'rate' && !rateKinds.has(clause.at(-3) ?? '')) return false;
	if (
		last === 'at' &&
		clause.at(-2) !== ',' &&
		!/^(?:stood|stands|was|is|remained|remains)$/.test(clause.at(-2) ?? '')
	)
		return false;
	if (next === 'or' && comparisons.has(second)) return false;
	if (group.use === 'verb') return isSubject(context) || isAdverb(last);
	return (
		tokens.length > 3 &&
		(goesOn(at(tokens, to), at(tokens, to + 1)) || (rateKinds.has(next) && second === 'rate'))
	);
}

/** Whether a word can follow an amount that stands alone; the name of a thing cannot. */
const goesOn = ({ kind, lower }: Token, after: Token): boolean =>
	kind !== 'word' ||
	endsGroup(lower) ||
	pluralVerbs.has(lower) ||
	isAdverb(lower) ||
	isNumberWord(lower) ||
	lower === 'a' ||
	lower === 'an' ||
	// “9% waiting more than a day”, but “60% recycled plastic”.
	(/(?:ing|ed)$/.test(lower) &&
		(after.kind !== 'word' ||
			endsGroup(after.lower) ||
			/^(?:more|less|a|an)$/.test(after.lower) ||
			isAdverb(after.lower)));
