/**
 * What an amount is an amount of: the words after it are read to the noun they lead to, or to the verb that shows that
 * the amount stands for the people or things themselves (“most felt”).
 */
import {
	classOf,
	isCollective,
	isSharedOut,
	isUncounted,
	massNouns,
	singularOf,
	type NounClass
} from './nouns.ts';
import { readHedges } from './hedges.ts';
import { readNumber } from './numbers.ts';
import { at, type Token } from './sentences.ts';
import {
	determiners,
	endsGroup,
	isAdverb,
	nounVerbs,
	pluralVerbs,
	prepositions,
	singularVerbs,
	wordSet
} from './word-lists.ts';

export type Group = {
	/**
	 * How the amount is used: before a countable noun; for `them`, `whom`, `those who`; alone before a verb, a phrase, the
	 * words of a verb left out (“and most a current plan”) or the end; or as a share of money.
	 */
	use: 'noun' | 'pronoun' | 'verb' | 'phrase' | 'gap' | 'end' | 'shared-out';
	class: NounClass;
	/** An “of” stands between amount and group. */
	of: boolean;
	/** The noun has an article or the like: “of the staff”. */
	determined: boolean;
	/** “all ten people”, “of the 60 files”. */
	number: number | null;
	/** The place after the noun, or of the first word that is not read. */
	to: number;
	/** The noun directly follows, with nothing between. */
	direct: boolean;
};

const stands = wordSet('them whom which us you those these');
const joins = wordSet('and or /  & , " “ ” ‘ ’ -');
/** After “staff” these make it the first part of another noun. */
const staffParts = wordSet(
	'time training turnover absence absences sickness morale wellbeing development survey room shortage shortages member',
	'meeting meetings guide handbook capacity practice input support changes levels'
);
/** Words in -s that are as often a verb as a noun. */
const verbNouns = wordSet(
	'needs works supports helps leads points changes costs matters plans reports counts rests'
);
const mostWords = 9;

/**
 * The group of the amount that ends before `from`, or null where it is no amount of countable things. `plural` says that
 * the amount takes no noun in the singular, so that an unknown word after it is a verb.
 */
export function readGroup(
	tokens: readonly Token[],
	from: number,
	plural: false | 'word' | 'share' = false
): Group | null {
	let place = afterAside(tokens, from);
	const of = at(tokens, place).lower === 'of';
	if (of) place += 1;
	let determined = false;
	while (
		(determiners.has(at(tokens, place).lower) &&
			!/^th[eo]se$/.test(at(tokens, place - 1).lower) &&
			(of || at(tokens, place).lower !== 'that')) ||
		(of && at(tokens, place).lower === 'all')
	) {
		determined = true;
		place += 1;
	}
	// “68% of more than 3,000 calls”.
	const after = of ? readHedges(tokens, place).to : place;
	const numeral = readNumber(tokens, after) ?? readNumber(tokens, place);
	const number = numeral && at(tokens, numeral.to).text !== '%' ? numeral.value : null;
	if (numeral) place = numeral.to;
	// “All three of them”, “almost all 40 of the staff”.
	if (numeral && !of && at(tokens, place).lower === 'of') place = afterDeterminers(tokens, place + 1);
	const found = (use: Group['use'], nounClass: NounClass, to: number): Group => ({
		use,
		class: nounClass,
		of,
		determined,
		number,
		to,
		direct: to === place + 1
	});
	const next = at(tokens, place);
	if ((of || at(tokens, place - 1).lower === 'of') && stands.has(next.lower))
		return found('pronoun', 'other', place + 1);
	if (
		determined &&
		(number !== null || stands.has(at(tokens, place - 1).lower)) &&
		!isNounAhead(tokens, place)
	)
		return found('pronoun', 'other', place);
	if (determined && next.lower === 'above') return found('pronoun', 'other', place + 1);
	const noun = nounAhead(tokens, place);
	if (noun) return found(noun.sharedOut ? 'shared-out' : 'noun', noun.class, noun.to);
	if (of || determined) return null;
	return standsAlone(tokens, place, found, plural);
}

function afterDeterminers(tokens: readonly Token[], from: number): number {
	let place = from;
	while (determiners.has(at(tokens, place).lower)) place += 1;
	return place;
}

const isNounAhead = (tokens: readonly Token[], place: number): boolean => nounAhead(tokens, place) !== null;

type Noun = { class: NounClass; sharedOut: boolean; to: number };

/** The first noun in the plural, or for a group, among the words that can stand before it. */
function nounAhead(tokens: readonly Token[], from: number): Noun | null {
	let lastWord = '';
	for (let place = from; place < from + mostWords; place += 1) {
		const { lower, kind } = at(tokens, place);
		// “Fife’s 30 libraries”.
		if (kind === 'number' && lastWord.endsWith("'s")) continue;
		if (kind !== 'word') {
			if (place > from && joins.has(lower) && at(tokens, place + 1).kind === 'word' && lower !== ',')
				continue;
			return lastNoun(lastWord, place);
		}
		if (joins.has(lower) && lastWord !== '' && !endsGroup(at(tokens, place + 1).lower)) continue;
		if (endsGroup(lower)) return lastNoun(lastWord, place);
		const after = at(tokens, place + 1);
		if (pluralVerbs.has(lower)) return lastNoun(lastWord, place);
		if (nounVerbs.has(lower) && endsNounVerb(after)) return lastNoun(lastWord, place);
		const singular = singularOf(lower);
		if (singular !== null && !(lower === 'staff' && staffParts.has(after.lower))) {
			const nounClass = classOf(singular);
			if (verbNouns.has(lower) && massNouns.has(lastWord) && isVerbHere(after)) return null;
			if (isUncounted(singular)) return null;
			if (after.lower === 'stuff') continue;
			return { class: nounClass, sharedOut: false, to: place + 1 };
		}
		if (isCollective(lower) && isAfterNoun(after))
			return { class: classOf(lower), sharedOut: false, to: place + 1 };
		lastWord = lower;
	}
	return null;
}

/** A share of money is one although money has no plural. */
const lastNoun = (word: string, to: number): Noun | null =>
	isSharedOut(word) || isCollective(word) ? { class: classOf(word), sharedOut: isSharedOut(word), to } : null;

const isAfterNoun = ({ lower, kind }: Token): boolean =>
	kind !== 'word' || endsGroup(lower) || isVerb(lower) || isAdverb(lower);
const isVerb = (lower: string): boolean =>
	pluralVerbs.has(lower) ||
	nounVerbs.has(lower) ||
	(lower.length > 4 && lower.endsWith('ed') && !lower.startsWith('hundr'));

/** Whether a word that can be a verb is no part of a name, because no name goes on after it. */
const endsNounVerb = ({ lower, kind }: Token): boolean =>
	kind !== 'word' || endsGroup(lower) || pluralVerbs.has(lower) || isAdverb(lower);

/** After what cannot be counted a word in -s is a verb if something follows that only follows verbs. */
const isVerbHere = ({ lower, kind }: Token): boolean =>
	kind === 'word' &&
	(endsGroup(lower) || isAdverb(lower)) &&
	!singularVerbs.has(lower) &&
	lower !== 'of' &&
	lower !== 'and';

function standsAlone(
	tokens: readonly Token[],
	from: number,
	found: (use: Group['use'], nounClass: NounClass, to: number) => Group,
	plural: false | 'word' | 'share'
): Group | null {
	let place = from;
	while (isAdverb(at(tokens, place).lower)) place += 1;
	const { lower, kind } = at(tokens, place);
	const after = at(tokens, place + 1).lower;
	// “Some outsourced training”, “some support was”: no verb, and an amount of what is not counted.
	const ofMass =
		(lower.endsWith('ed') && !pluralVerbs.has(lower) && !nounVerbs.has(lower) && massNouns.has(after)) ||
		(massNouns.has(lower) && (singularVerbs.has(after) || /^(?:were|had|are|have)$/.test(after)));
	if (isVerb(lower) && !ofMass) return found('verb', 'other', place);
	// “Most never complain”: after these a verb comes.
	const led = place > from && beforeVerbs.has(at(tokens, place - 1).lower) && singularOf(lower) === null;
	if (led && kind === 'word' && !endsGroup(lower) && !lower.endsWith('ly'))
		return found('verb', 'other', place);
	const takesObject = kind === 'word' && !endsGroup(lower) && !isAdverb(lower) && objects.has(after);
	if (takesObject && !massNouns.has(lower) && !isUncounted(lower) && !/(?:s|ing)$/.test(lower))
		return found('verb', 'other', place);
	if (plural && kind === 'word' && isUnknownVerb(lower, at(tokens, place + 1), plural === 'word'))
		return found('verb', 'other', place);
	if (lower === 'a' || lower === 'an') return found('gap', 'other', place);
	const goesOn =
		prepositions.has(lower) ||
		(/ing$/.test(lower) && !massNouns.has(lower) && (prepositions.has(after) || determiners.has(after))) ||
		/^(?:who|that|which|as)$/.test(lower);
	if (goesOn && lower !== 'of') return found('phrase', 'other', place);
	if (kind === 'mark') return found('end', 'other', place);
	return null;
}

/** What follows a verb and no noun: “most cycle the last mile”. */
const objects = wordSet('the it them their his her our this him me us');
const beforeVerbs = wordSet('also still now never already rarely seldom usually always often sometimes');

/** After an amount that takes no noun in the singular, an unknown word is a verb: “several face a wait”. */
const isUnknownVerb = (lower: string, after: Token, orAdjective: boolean): boolean =>
	!endsGroup(lower) &&
	!massNouns.has(lower) &&
	!isUncounted(lower) &&
	!/^(?:back|again|more|less|else)$|ing$/.test(lower) &&
	singularOf(lower) === null &&
	(prepositions.has(after.lower) ||
		determiners.has(after.lower) ||
		isAdverb(after.lower) ||
		/^(?:a|an|more|less|nothing|no|up|little)$/.test(after.lower) ||
		// “The bids, many late, were opened.”
		(orAdjective && /^[,.;)]$/.test(after.text))) &&
	after.lower !== 'of';

const longestAside = 16;
const asides =
	/^(?:if|but|though|although|perhaps|by|including|particularly|especially|mainly|notably|even|such|like|among|as|however|indeed|too|at|in|for|with|unlike|therefore|also)$/;

/** The place after words put in between amount and group: “most (18 of 24) tenants”, “few, if any, lessons”. */
export function afterAside(tokens: readonly Token[], from: number): number {
	if (at(tokens, from).lower === 'if' && at(tokens, from + 1).lower === 'any') return from + 2;
	const open = at(tokens, from).text;
	if (!/^[(,–—]$/.test(open)) return from;
	if (open === ',' && !asides.test(at(tokens, from + 1).lower) && at(tokens, from + 1).kind !== 'number')
		return from;
	const close = open === '(' ? ')' : open;
	for (let place = from + 1; place < from + longestAside; place += 1) {
		if (at(tokens, place).text !== close) continue;
		const { lower, kind } = at(tokens, place + 1);
		return kind === 'word' && (lower === 'of' || lower === 'who' || !endsGroup(lower)) ? place + 1 : from;
	}
	return from;
}
