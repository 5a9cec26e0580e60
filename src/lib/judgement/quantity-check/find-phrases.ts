/** The quantity expressions of a sentence: every amount that leads to a group and is meant as an amount of it. */
import { articles, beginsWords, keyOf, readWordAmount, type Amount } from './amounts.ts';
import type { Group } from './group.ts';
import { readGroup } from './groups.ts';
import { isMeant } from './meant.ts';
import { isMentioned } from './places.ts';
import type { ScaleTerms } from './scale-terms.ts';
import { at, type Sentence, type Token } from './sentences.ts';
import type { Tie } from './shapes.ts';
import { beginsShare, readShare } from './shares.ts';
import { isUncounted, singularOf } from './nouns.ts';
import { determiners, endsGroup, singularVerbs, wordSet } from './word-lists.ts';
import { groupOfWhole, takesNoun } from './whole-groups.ts';
import { beginsWhole, readWhole } from './wholes.ts';

export type Phrase = {
	amount: Amount;
	group: Group;
	/** Places of its first token and after its last. */
	from: number;
	to: number;
	/** The name of the term of the scale that it is. */
	term: string | null;
};

/** The phrases of a sentence in their order; none overlaps another. `ties` are the places tied to a measure. */
export function findPhrases(
	{ tokens, question }: Sentence,
	terms: ScaleTerms,
	ties: readonly Tie[]
): Phrase[] {
	const phrases: Phrase[] = [];
	let place = 0;
	while (place < tokens.length) {
		const begins = canBegin(at(tokens, place), at(tokens, place + 1), terms);
		const phrase = begins ? phraseAt(tokens, place, terms, ties, question, phrases.length > 0) : null;
		if (phrase) phrases.push(phrase);
		place = phrase ? phrase.to : place + 1;
	}
	return phrases;
}

/** Most words begin no amount, and are passed over at once; an article only does before a word that does. */
const canBegin = (token: Token, next: Token, terms: ScaleTerms): boolean =>
	terms.begins(token.lower) ||
	token.lower === 'a' ||
	token.lower === 'an' ||
	begins(articles.has(token.lower) ? next : token);

const begins = (token: Token): boolean =>
	beginsWords(token.lower) || beginsShare(token) || beginsWhole(token.lower);

function phraseAt(
	tokens: readonly Token[],
	place: number,
	terms: ScaleTerms,
	ties: readonly Tie[],
	question: boolean,
	after: boolean
): Phrase | null {
	const amounts = [readShare(tokens, place), readWhole(tokens, place), readWordAmount(tokens, place)]
		.filter((amount) => amount !== null)
		.sort((a, b) => b.to - a.to);
	const own = ownTerm(tokens, place, terms).filter(({ to }) => amounts.every((amount) => amount.to !== to));
	for (const amount of [...amounts, ...own]) {
		if (isMentioned(tokens, amount.from, amount.to)) return null;
		const group = amount.kind === 'whole' ? groupOfWhole(tokens, amount, question) : groupOf(tokens, amount);
		if (group && isMeant({ tokens, amount, group, after })) return phraseOf(tokens, amount, group, terms);
		if (isTied(tokens, amount, ties))
			return phraseOf(
				tokens,
				amount,
				group ?? readGroup(tokens, amount.to) ?? { ...nobodyNamed, to: amount.to },
				terms
			);
	}
	return null;
}

/** Whoever ties a phrase to a measure means it as an amount, wherever it stands. */
function isTied(tokens: readonly Token[], { from, to }: Amount, ties: readonly Tie[]): boolean {
	const [start, end] = [at(tokens, from).start, at(tokens, to - 1).end];
	return ties.some((tie) => tie.start === start || (tie.start > start && tie.end <= end));
}

/** The group after an amount, or after a second one that it is joined to: “some or all of the above”. */
function groupOf(tokens: readonly Token[], { kind, core, hedges, from, to }: Amount): Group | null {
	const counted = hedges.length > 0 || !/^an?$/.test(at(tokens, from).lower);
	const named =
		kind === 'word'
			? !/^(?:most|some)$/.test(core)
			: /^(?:half|percentage|ratio)$/.test(kind) || (kind === 'fraction' && counted);
	const plural = named && (kind === 'word' ? 'word' : 'share');
	const group = readGroup(tokens, to, plural);
	if (group) return group;
	const second = joinedAmount(tokens, to);
	if (second) return readGroup(tokens, second.to);
	if (kind === 'percentage' && isShareOfOne(tokens, to))
		return { ...nobodyNamed, use: 'shared-out', of: true, to };
	if (kind === 'word' && isOfThose(tokens, from, to)) return { ...nobodyNamed, use: 'pronoun', to };
	const told =
		kind === 'percentage' ||
		(kind === 'ratio' && singularVerbs.has(at(tokens, to).lower)) ||
		(/^(?:a few|several|majority|handful)$/.test(core) && ends.has(at(tokens, to).lower)) ||
		core === 'fewer still' ||
		(/^(?:for|to|in|among|with)$/.test(at(tokens, from - 1).lower) &&
			goesOn.has(at(tokens, to).lower) &&
			!(at(tokens, to).lower === 'the' && kind !== 'word'));
	return told ? { ...nobodyNamed, to } : null;
}

/** “Links with employers, many of long standing”: the group stands before the comma. */
function isOfThose(tokens: readonly Token[], from: number, to: number): boolean {
	const singular = singularOf(at(tokens, from - 2).lower);
	const apart = at(tokens, from - 1).text === ',' && singular !== null && !isUncounted(singular);
	return apart && at(tokens, to).lower === 'of' && !endsGroup(at(tokens, to + 1).lower);
}

/** “80% of the fleet”: a percentage is of many even where the noun is in the singular. */
function isShareOfOne(tokens: readonly Token[], to: number): boolean {
	if (at(tokens, to).lower !== 'of') return false;
	const place = determiners.has(at(tokens, to + 1).lower) ? to + 2 : to + 1;
	const { lower, kind } = at(tokens, place);
	return kind === 'word' && !endsGroup(lower) && !isUncounted(singularOf(lower) ?? lower);
}

/** A second amount of the same group: “most but not all teams”, “some or all of the above”. */
function joinedAmount(tokens: readonly Token[], to: number): Amount | null {
	const place = at(tokens, to).text === ',' ? to + 1 : to;
	if (!/^(?:or|but|if|though|and|to)$/.test(at(tokens, place).lower)) return null;
	return readWhole(tokens, place + 1) ?? readWordAmount(tokens, place + 1) ?? readShare(tokens, place + 1);
}

/** After “for some” these begin what is said of them: “for some it came too late”. */
const goesOn = wordSet(
	'it this that they there he she the their its we was were is are had has and or but did'
);
/** After an amount that stands alone, as an object does. */
const ends = wordSet('and or but to back again too more');
const nobodyNamed = {
	use: 'end',
	class: 'other',
	of: false,
	determined: false,
	number: null,
	direct: false
} as const;

/** A term of the scale that no rule of English here knows. */
function ownTerm(tokens: readonly Token[], from: number, terms: ScaleTerms): Amount[] {
	const to = terms.readTerm(tokens, from);
	if (to === null) return [];
	const core = at(tokens, to - 1).lower;
	return [{ kind: 'word', from, to, core, hedges: [], key: keyOf(tokens, from, to), percent: null }];
}

function phraseOf(tokens: readonly Token[], amount: Amount, group: Group, terms: ScaleTerms): Phrase {
	const own = terms.named(amount.key) ?? null;
	const to = takesNoun(tokens, amount, group)
		? group.to
		: amount.to + (takesOf(group) && at(tokens, amount.to).lower === 'of' ? 1 : 0);
	const limited = amount.kind === 'word' ? limitedTo(tokens, amount.to, own !== null) : null;
	if (limited === null) return { amount, group, from: amount.from, to, term: own };
	return { amount, group, from: amount.from, to: limited, term: null };
}

/** A bare noun after “of” needs the “of” of its own term: “most staff”, but “the majority of staff”. */
const takesOf = ({ of, determined, number, use }: Group): boolean =>
	of && !determined && number === null && (use === 'noun' || use === 'shared-out');

/** The place after “, if not all”, which makes less of a term, or “but not all” behind what is none. */
function limitedTo(tokens: readonly Token[], to: number, isTerm: boolean): number | null {
	const start = at(tokens, to).text === ',' ? to + 1 : to;
	const [first, second, third] = [0, 1, 2].map((index) => at(tokens, start + index).lower);
	const limits = first === 'if' || (first === 'but' && !isTerm);
	return limits && second === 'not' && /^(?:all|most|every)$/.test(third!) ? start + 3 : null;
}
