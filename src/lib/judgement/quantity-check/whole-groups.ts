/**
 * All, every, none, nobody: what is said of a whole group. “All” is said of many things that are not counted, so it is
 * only read as an amount where it reports on people, records or services, never in duties, aims and questions.
 */
import { keyOf, type Amount } from './amounts.ts';
import { readHedges } from './hedges.ts';
import { readGroup, type Group } from './groups.ts';
import { classOf, isPart, isUncounted, singularOf } from './nouns.ts';
import { readNumber } from './numbers.ts';
import { at, type Token } from './sentences.ts';
import { isSubjectPlace } from './places.ts';
import { endsGroup, isAdverb, isBe, pluralVerbs, singularVerbs, wordSet } from './word-lists.ts';

const cores = wordSet('all every everyone everybody none no nobody no-one');
const persons = wordSet('everyone everybody nobody no-one no_one anyone anybody');
const nearly = wordSet('almost nearly virtually practically effectively');
const denials = new Set([
	'next to',
	'not',
	'not quite',
	'by no means',
	'close to',
	'hardly',
	'barely',
	'scarcely',
	'just about'
]);
const meansAll = wordSet('all every everyone everybody');

/** Whether all, none and the like can begin with a word, hedges apart. */
export const beginsWhole = (lower: string): boolean => cores.has(lower);

/** All, every, none … at a place, with “not”, “nearly” and the like before it; or null. */
export function readWhole(tokens: readonly Token[], from: number): Amount | null {
	const { hedges, to: start } = readHedges(tokens, from);
	const told = hedges.filter((hedge) => hedge !== 'though' && hedge !== 'just');
	if (told.some((hedge) => !nearly.has(hedge) && !denials.has(hedge))) return null;
	const few = told.some((hedge) => /^(?:hardly|barely|scarcely)$/.test(hedge));
	const core = coreAt(tokens, start, few, told);
	return (
		core && { ...core, kind: 'whole', from, hedges: told, key: keyOf(tokens, from, core.to), percent: null }
	);
}

function coreAt(
	tokens: readonly Token[],
	place: number,
	few: boolean,
	hedges: readonly string[]
): { to: number; core: string } | null {
	const { lower } = at(tokens, place);
	const next = at(tokens, place + 1).lower;
	if (few) return /^any(?:one|body)?$/.test(lower) ? { to: place + 1, core: lower } : null;
	if (hedges.at(-1) === 'not' && lower === 'one' && next === 'of') return { to: place + 1, core: 'none' };
	if (hedges.at(-1) === 'not' && lower === 'a' && next === 'single') return { to: place + 2, core: 'no' };
	if (lower === 'every' && next === 'one') return { to: place + 2, core: 'everyone' };
	if (lower === 'no' && next === 'one') return { to: place + 2, core: 'nobody' };
	if (lower === 'all' && (next === 'but' || next === 'bar')) {
		const few = at(tokens, place + 2).lower === 'a' && at(tokens, place + 3).lower === 'few';
		const to = few ? place + 4 : readNumber(tokens, place + 2)?.to;
		return to === undefined ? null : { to, core: 'all but' };
	}
	if (lower === 'every' && /^(?:second|third|fourth|fifth|tenth|other)$/.test(next))
		return { to: place + 2, core: 'every other' };
	return cores.has(lower) ? { to: place + 1, core: lower } : null;
}

/** Whether the amount says of all that something is so, or of none; the others made more or less of it. */
export function wholeOf({ core, hedges }: Amount): 'all' | 'none' | null {
	if (core === 'all but' || core === 'every other') return null;
	const oneOf = (core === 'none' || core === 'no') && hedges.length === 1 && hedges[0] === 'not';
	if (hedges.length > 0 && !oneOf) return null;
	return meansAll.has(core) ? 'all' : 'none';
}

/** The group of an amount such as `every file` or `no member of staff`, whose noun is in the singular; or null. */
function readSingular(tokens: readonly Token[], from: number): Group | null {
	for (let place = from; place < from + 4; place += 1) {
		const { lower, kind } = at(tokens, place);
		if (kind !== 'word' || endsGroup(lower) || isUncounted(lower)) return null;
		const nounClass = classOf(lower);
		if (nounClass !== 'other' && classOf(at(tokens, place + 1).lower) === 'other')
			return {
				use: 'noun',
				class: nounClass,
				of: false,
				determined: false,
				number: null,
				to: place + 1,
				direct: true
			};
	}
	return null;
}

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

function personsGroup(tokens: readonly Token[], amount: Amount, question: boolean): Group | null {
	const { from, to } = amount;
	let place = to;
	while (isAdverb(at(tokens, place).lower)) place += 1;
	const { lower } = at(tokens, place);
	const goes =
		pluralVerbs.has(lower) ||
		singularVerbs.has(lower) ||
		/ed$|^(?:who|we|in|from|at|with|on|that)$/.test(lower);
	const group: Group = {
		use: 'verb',
		class: 'people',
		of: false,
		determined: false,
		number: null,
		to,
		direct: false
	};
	if (!goes) return null;
	if (wholeOf(amount) === null) return group;
	if (question || !isSubjectPlace(tokens, from) || isDuty(tokens, amount, to)) return null;
	// Of whom it speaks is said with “who” or “in”, or it is what the whole sentence is about.
	const named = /^(?:who|we|in|from|at|with|on)$/.test(lower);
	const reported = at(tokens, from - 1).lower === 'that' && saying.has(at(tokens, from - 2).lower);
	return named || ((reported || at(tokens, from - 1).text === '') && !/^(?:has|is)$/.test(lower))
		? group
		: null;
}

function singularGroup(
	tokens: readonly Token[],
	amount: Amount,
	loose: boolean,
	question: boolean
): Group | null {
	const group = readSingular(tokens, amount.to) ?? (loose ? anySingular(tokens, amount.to) : null);
	if (!group || loose) return group;
	const { from } = amount;
	if (question || isDuty(tokens, amount, group.to)) return null;
	return isSubjectPlace(tokens, from) || isReport(tokens, from, group) ? group : null;
}

function anySingular(tokens: readonly Token[], from: number): Group | null {
	const { lower, kind } = at(tokens, from);
	if (kind !== 'word' || endsGroup(lower) || isUncounted(lower)) return null;
	return {
		use: 'noun',
		class: 'other',
		of: false,
		determined: false,
		number: null,
		to: from + 1,
		direct: true
	};
}

function withVerb(tokens: readonly Token[], group: Group | null): Group | null {
	if (!group) return null;
	const { lower } = at(tokens, group.to);
	return pluralVerbs.has(lower) || singularVerbs.has(lower) || lower.endsWith('ed') ? group : null;
}

/** “In all files”, “by all staff”, “met all carers”: what was found, and not what a rule is about. */
function isReport(tokens: readonly Token[], from: number, { class: nounClass, number, of }: Group): boolean {
	const before = at(tokens, from - 1).lower;
	// Whose number is told is a group: “we read all 60 files”.
	if (number !== null) return true;
	if (nounClass !== 'people' && nounClass !== 'records') return false;
	if (before === 'in' || before === 'by' || (of && isBe(before))) return true;
	if (before === 'for' || before === 'to' || before === 'with') return isPast(tokens.slice(0, from));
	return false;
}
const saying = wordSet(
	'found said told showed reported confirmed noted agreed felt show shows say says suggests'
);
const pastBe = wordSet('was were had been');
const isPast = (tokens: readonly Token[]): boolean =>
	tokens.some(({ lower }) => pastBe.has(lower)) && !tokens.some(({ lower }) => lower === 'being');

const dutiesBefore = wordSet(
	'should must shall ensure ensures ensured ensuring sure aim aims aimed intend intends intended want wants wanted need',
	'needs needed expect expects expected require requires required will would may might hope hopes wish wishes goal vision',
	'target important essential vital crucial necessary recommend recommends seek seeks duty designed responsible committed commitment planned whether if how'
);
const dutiesAfter = wordSet('should must shall will may might need needs ought deserve entitled eligible');
const reach = 8;

/** What ought to be of all is no statement that it is so. */
function isDuty(tokens: readonly Token[], { from }: Amount, to: number): boolean {
	const before = tokens.slice(0, from);
	const clause = before.findLastIndex(
		({ text }, index) =>
			/^[;:]$/.test(text) || (text === ',' && /^(?:and|but)$/.test(at(tokens, index + 1).lower))
	);
	if (before.slice(clause + 1).some(({ lower }) => dutiesBefore.has(lower))) return true;
	if (at(tokens, from - 1).lower === 'to' && !before.some(({ lower }) => pastBe.has(lower))) return true;
	for (let place = to; place < to + reach; place += 1) {
		const { lower, kind } = at(tokens, place);
		if (kind === 'mark') return false;
		if (dutiesAfter.has(lower)) return true;
		if (/^(?:are|is)$/.test(lower) && at(tokens, place + 1).lower === 'to') return true;
	}
	return false;
}

/** Whether the noun of an amount has to be replaced with it, as in “every file”: the noun is in the singular. */
export const takesNoun = (tokens: readonly Token[], { core }: Amount, { to }: Group): boolean =>
	(core.startsWith('every') && !core.endsWith('one') && !core.endsWith('body')) ||
	(core === 'no' && singularOf(at(tokens, to - 1).lower) === null);
