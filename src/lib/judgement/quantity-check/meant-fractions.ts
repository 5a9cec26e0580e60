/** Whether a half, a third, three quarters are meant as shares of a group, and not as parts, turns or changes. */
import { before, endsAfter, isSubject, type Context } from './meaning.ts';
import { changes } from './meant-percentages.ts';
import { at } from './sentences.ts';
import { isBe, pluralVerbs, wordSet } from './word-lists.ts';

/** “Chosen by a quarter of people” is a share, “cut by a quarter” a change. */
const isSharedBy = ({ tokens, amount, group, after }: Context): boolean =>
	(group.of || after) && !tokens.slice(0, amount.from).some(({ lower }) => changes.has(lower));

const halfOf = wordSet('first second other latter better last top bottom former and early late');

export function isFractionMeant(context: Context): boolean {
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
