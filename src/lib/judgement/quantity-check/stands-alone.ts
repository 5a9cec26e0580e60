/** Amounts that stand for the people or things themselves: before a verb, a phrase, or the end. */
import type { Group } from './group.ts';
import { isUncounted, massNouns, singularOf, type NounClass } from './nouns.ts';
import { at, type Token } from './sentences.ts';
import {
	determiners,
	endsGroup,
	isAdverb,
	isVerb,
	nounVerbs,
	pluralVerbs,
	prepositions,
	singularVerbs,
	wordSet
} from './word-lists.ts';

/** What follows a verb and no noun: “most cycle the last mile”. */
const objects = wordSet('the it them their his her our this him me us');

const beforeVerbs = wordSet('also still now never already rarely seldom usually always often sometimes');

export function standsAlone(
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
