/** Whether a percentage is meant as a share of a group. */
import { isSubject, type Context } from './meaning.ts';
import { isNumberWord } from './numbers.ts';
import { at, type Token } from './sentences.ts';
import { endsGroup, isAdverb, pluralVerbs, wordSet } from './word-lists.ts';

/** What goes up and down, is paid or planned: a percentage of these is no share of a group. */
export const changes = wordSet(
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
export function isPercentageMeant(context: Context): boolean {
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
