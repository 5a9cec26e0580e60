/** The noun to which the words after an amount lead: “most [social work] staff”. */
import {
	classOf,
	isCollective,
	isSharedOut,
	isUncounted,
	massNouns,
	singularOf,
	type NounClass
} from './nouns.ts';
import { at, type Token } from './sentences.ts';
import { endsGroup, isAdverb, isVerb, nounVerbs, pluralVerbs, singularVerbs, wordSet } from './word-lists.ts';

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

type Noun = { class: NounClass; sharedOut: boolean; to: number };

/** The first noun in the plural, or for a group, among the words that can stand before it. */
export function nounAhead(tokens: readonly Token[], from: number): Noun | null {
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
