/** Whether many, some, few, a number, a majority and their like are meant as amounts. */
import { endsAfter, before, isAlone, isObject, isOfGroup, isSubject, type Context } from './meaning.ts';
import { at } from './sentences.ts';
import { pluralVerbs, possessives } from './word-lists.ts';

export function isNumberMeant(context: Context): boolean {
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

export function isWordMeant(context: Context): boolean {
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
export const isOfThese = ({ tokens, amount, group }: Context): boolean =>
	(group.use === 'verb' && at(tokens, 0).lower === 'of') ||
	(/^(?:these|those|them|which|whom)$/.test(at(tokens, amount.from - 1).lower) &&
		at(tokens, amount.from - 2).lower === 'of');

/** “…, as many letters are” is no “as many as”. */
const isClauseOfItsOwn = ({ tokens, amount }: Context): boolean =>
	at(tokens, amount.from - 2).kind === 'mark' &&
	!tokens.slice(amount.to, amount.to + 8).some(({ lower }) => lower === 'as');

export function isMajorityMeant(context: Context): boolean {
	const { tokens, amount, group } = context;
	const { lower } = before(context);
	if (/(?:thirds|quarters|fifths)$/.test(lower) || /^(?:by|simple|absolute|qualified|overall)$/.test(lower))
		return false;
	const bare = at(tokens, amount.from).lower === 'majority';
	if (bare && /^(?:of|the|its|their)$/.test(lower)) return false;
	if (group.of) return group.use === 'noun' || group.use === 'pronoun';
	return group.use !== 'noun' && group.use !== 'shared-out' && isAlone(context);
}
