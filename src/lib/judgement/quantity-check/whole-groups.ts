/**
 * All, every, none, nobody: what is said of a whole group. “All” is said of many things that are not counted, so it is
 * only read as an amount where it reports on people, records or services, never in duties, aims and questions.
 */
import type { Amount } from './amounts.ts';
import { isDuty, isReport } from './duties.ts';
import type { Group } from './group.ts';
import { readGroup } from './groups.ts';
import { classOf, isPart, singularOf } from './nouns.ts';
import { isSubjectPlace } from './places.ts';
import { at, type Token } from './sentences.ts';
import { persons, personsGroup, readSingular, singularGroup, withVerb } from './whole-singles.ts';
import { wholeOf } from './wholes.ts';
import { endsGroup, isBe, pluralVerbs, wordSet } from './word-lists.ts';

/** The group that a whole is said of; null where the words are not meant as an amount. */
export function groupOfWhole(tokens: readonly Token[], amount: Amount, question: boolean): Group | null {
	const { core, to, from } = amount;
	const whole = wholeOf(amount);
	const next = at(tokens, to).lower;
	if (persons.has(core)) return personsGroup(tokens, amount, question);
	if (core === 'every' || core === 'every other')
		return singularGroup(tokens, amount, whole === null, question);
	const group = readGroup(tokens, to) ?? (core === 'none' ? noneAlone(tokens, from, to) : null);
	if (whole === null) return loosely(tokens, amount, group) ? group : null;
	if (question || at(tokens, from - 1).lower === 'or' || /^(?:us|you)$/.test(at(tokens, to + 1).lower))
		return null;
	const subject = isSubjectPlace(tokens, from) || isSubjectAfterNoun(tokens, from, group);
	if (core === 'no') {
		const inNone = at(tokens, from - 1).lower === 'in';
		if (inNone) return group?.use === 'noun' && group.class !== 'other' ? group : readSingular(tokens, to);
		if (!subject && !/^(?:were|are)$/.test(at(tokens, from - 1).lower)) return null;
		if (group && isOfMaking(tokens, group.to)) return null;
		const counted =
			group?.class !== 'other' || (subject && isBeforeVerb(tokens, group) && !isPartGroup(tokens, group));
		const plural = group?.use === 'noun' && counted ? group : null;
		return plural ?? (subject ? withVerb(tokens, readSingular(tokens, to)) : null);
	}
	if (!group || isDuty(tokens, amount, group.to) || /^(?:too|so|very|but|just|quite|things)$/.test(next))
		return null;
	if (isPartGroup(tokens, group)) return null;
	if (core === 'all' && next === 'told' && at(tokens, to + 1).kind === 'mark') return null;
	if (core === 'none') return group.use === 'end' || (group.use === 'verb' && !subject) ? null : group;
	if (group.use === 'verb') return subject || floats(tokens, from, to) ? group : null;
	if (group.use === 'pronoun') return subject || group.number !== null ? group : null;
	if (
		group.use !== 'noun' ||
		(group.class === 'other' && !(subject && (group.number !== null || isBeforeVerb(tokens, group))))
	)
		return null;
	return subject || isReport(tokens, from, group) ? group : null;
}

/** “None has been turned down.” */
const noneAlone = (tokens: readonly Token[], from: number, to: number): Group | null =>
	isSubjectPlace(tokens, from) && /^(?:has|was)$/.test(at(tokens, to).lower)
		? { use: 'verb', class: 'other', of: false, determined: false, number: null, to, direct: false }
		: null;

const isPartGroup = (tokens: readonly Token[], { to }: Group): boolean =>
	isPart(singularOf(at(tokens, to - 1).lower) ?? '');

const isBeforeVerb = (tokens: readonly Token[], { to }: Group): boolean =>
	pluralVerbs.has(at(tokens, to).lower) || /ed$/.test(at(tokens, to).lower);

/** “No complaints were received” tells of none that came about, and not of none in a group. */
const isOfMaking = (tokens: readonly Token[], to: number): boolean =>
	/^(?:were|was|had|have|has|are|is)$/.test(at(tokens, to).lower) &&
	[1, 2].some((index) => making.has(at(tokens, to + index).lower));

const making = wordSet(
	'received made raised identified reported found recorded noted given needed available required taken planned evident due'
);

/** “The tenants all agreed”, “they had all been asked”: the group stands before. */
function floats(tokens: readonly Token[], from: number, to: number): boolean {
	const behindVerb = /^(?:were|had|have)$/.test(at(tokens, from - 1).lower);
	const { lower } = at(tokens, from - (behindVerb ? 2 : 1));
	if (behindVerb && !/ed$|^been$/.test(at(tokens, to).lower)) return false;
	const singular = singularOf(lower);
	return lower === 'they' || (singular !== null && classOf(singular) !== 'other');
}

/** “In the questionnaire all respondents felt”: a noun before, and the verb after the group. */
function isSubjectAfterNoun(tokens: readonly Token[], from: number, group: Group | null): boolean {
	const { lower, kind } = at(tokens, from - 1);
	if (group?.use !== 'noun' || kind !== 'word' || endsGroup(lower) || pluralVerbs.has(lower)) return false;
	// “… which underpin all programmes” has another subject.
	if (/^(?:which|that|who|to|they|we|not)$/.test(at(tokens, from - 2).lower)) return false;
	const verb = at(tokens, group.to).lower;
	return pluralVerbs.has(verb) && !/(?:ed|ing|ly)$/.test(lower);
}

function loosely(tokens: readonly Token[], { from, to }: Amount, group: Group | null): boolean {
	if (!group || group.use === 'shared-out' || group.use === 'gap') return false;
	return (
		group.use !== 'phrase' ||
		at(tokens, to).lower === 'who' ||
		isSubjectPlace(tokens, from) ||
		isBe(at(tokens, from - 1).lower)
	);
}

/** Whether the noun of an amount has to be replaced with it, as in “every file”: the noun is in the singular. */
export const takesNoun = (tokens: readonly Token[], { core }: Amount, { to }: Group): boolean =>
	(core.startsWith('every') && !core.endsWith('one') && !core.endsWith('body')) ||
	(core === 'no' && singularOf(at(tokens, to - 1).lower) === null);
