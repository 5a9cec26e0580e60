/**
 * Whether words that look like an amount are meant as one: “most staff” is, “most recently”, “the most careful”, “a third
 * party” and “up by 5%” are not. Grammar decides: what stands before the words, and what they lead to.
 */
import type { Amount } from './amounts.ts';
import { before, endsAfter, isAlone, isOfGroup, isSubject, type Context } from './meaning.ts';
import { isFractionMeant } from './meant-fractions.ts';
import { isMostMeant } from './meant-most.ts';
import { isPercentageMeant } from './meant-percentages.ts';
import { isMajorityMeant, isNumberMeant, isWordMeant } from './meant-words.ts';

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
