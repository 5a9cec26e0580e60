/** The groups of everyone and nobody, and of nouns in the singular: “every file”, “no member of staff”. */
import type { Amount } from './amounts.ts';
import { isDuty, isReport } from './duties.ts';
import type { Group } from './group.ts';
import { classOf, isUncounted } from './nouns.ts';
import { isSubjectPlace } from './places.ts';
import { at, type Token } from './sentences.ts';
import { endsGroup, isAdverb, pluralVerbs, singularVerbs, wordSet } from './word-lists.ts';
import { wholeOf } from './wholes.ts';

export const persons = wordSet('everyone everybody nobody no-one no_one anyone anybody');

const saying = wordSet(
	'found said told showed reported confirmed noted agreed felt show shows say says suggests'
);

export function personsGroup(tokens: readonly Token[], amount: Amount, question: boolean): Group | null {
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

export function singularGroup(
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

/** The group of an amount such as `every file` or `no member of staff`, whose noun is in the singular; or null. */
export function readSingular(tokens: readonly Token[], from: number): Group | null {
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

export function withVerb(tokens: readonly Token[], group: Group | null): Group | null {
	if (!group) return null;
	const { lower } = at(tokens, group.to);
	return pluralVerbs.has(lower) || singularVerbs.has(lower) || lower.endsWith('ed') ? group : null;
}
