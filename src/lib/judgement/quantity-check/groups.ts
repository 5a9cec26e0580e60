/**
 * What an amount is an amount of: the words after it are read to the noun they lead to, or to the verb that shows that
 * the amount stands for the people or things themselves (“most felt”).
 */
import { afterAside } from './asides.ts';
import type { Group } from './group.ts';
import { readHedges } from './hedges.ts';
import { nounAhead } from './noun-ahead.ts';
import type { NounClass } from './nouns.ts';
import { readNumber } from './numbers.ts';
import { at, type Token } from './sentences.ts';
import { standsAlone } from './stands-alone.ts';
import { determiners, wordSet } from './word-lists.ts';

const stands = wordSet('them whom which us you those these');

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
