/** What stands about an amount, and whether it can stand alone, without the noun of its group. */
import type { Amount } from './amounts.ts';
import type { Group } from './group.ts';
import { isSubjectPlace } from './places.ts';
import { at, type Token } from './sentences.ts';
import { isBe, pluralVerbs, prepositions, wordSet } from './word-lists.ts';

export type Context = {
	tokens: readonly Token[];
	amount: Amount;
	group: Group;
	/** An amount was found earlier in the sentence. */
	after: boolean;
};

export const isSubject = ({ tokens, amount }: Context): boolean => isSubjectPlace(tokens, amount.from);

export const before = ({ tokens, amount }: Context): Token => at(tokens, amount.from - 1);

export const isOfGroup = ({ of, use }: Group): boolean => of && (use === 'noun' || use === 'pronoun');

export const endsAfter = wordSet('in for by among with to');

/** Without a noun: before a verb or “who”, in brackets, or where an amount of the same was named before. */
export function isAlone(context: Context): boolean {
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
export function isObject({ tokens, amount }: Context): boolean {
	const { lower } = at(tokens, amount.from - 1);
	if (!/^(?:a few|several|majority|minority|handful)$/.test(amount.core)) return false;
	return lower.endsWith('ed') || pluralVerbs.has(lower) || /^(?:down|off|up|out|only|by)$/.test(lower);
}

/** “There were several who had never been asked.” */
const isThereBe = ({ tokens, amount }: Context): boolean =>
	isBe(at(tokens, amount.from - 1).lower) && at(tokens, amount.from - 2).lower === 'there';
