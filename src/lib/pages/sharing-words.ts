/** How the kinds of result that a partnership may share are said, to those who decide on it and to those who read. */
import type { ResultKind } from '#lib/benchmark/result-kinds.ts';

export type KindWords = {
	name: string;
	/** What of it others may see, and what not. */
	what: string;
	/** What one value is called: one and several. */
	one: string;
	many: string;
};

export const kindWords: Readonly<Record<ResultKind, KindWords>> = {
	readiness: {
		name: 'Readiness of core components',
		what: 'The stage of each core component that the review judged, from not started to full implementation. Nothing that was written beside it, and nothing of how we know.',
		one: 'component',
		many: 'components'
	},
	measures: {
		name: 'Measures of shared questions',
		what: 'For each question of an instrument that comes with Cairn: how many files or people are in the base, and how many of them answered positively. No single file or answer, nothing written, and no question that fewer than five answered.',
		one: 'question',
		many: 'questions'
	},
	evaluations: {
		name: 'Evaluations of themes',
		what: 'The evaluation that was agreed for each theme, on the scale of the review. Neither its reasons nor what single judges gave.',
		one: 'theme',
		many: 'themes'
	},
	recommendations: {
		name: 'Recommendations by theme',
		what: 'How many recommendations the review makes on each theme. Not what they say.',
		one: 'theme',
		many: 'themes'
	}
};

/** `24 components`. */
export const countedOf = (kind: ResultKind, count: number): string =>
	`${count} ${count === 1 ? kindWords[kind].one : kindWords[kind].many}`;

export type ReleasedWords = { name: string; words: string };

/** `102 components, by name`; `54 questions, 40 of them by name`. */
export function releasedWords(kind: ResultKind, count: number, named: number): ReleasedWords {
	const how = named === 0 ? 'without the name' : named === count ? 'by name' : `${named} of them by name`;
	return { name: kindWords[kind].name, words: `${countedOf(kind, count)}, ${how}` };
}

export const sharingChoices = ['no', 'without', 'named'] as const;
export type SharingChoice = (typeof sharingChoices)[number];

export const choiceWords: Readonly<Record<SharingChoice, { label: string; hint: string }>> = {
	no: { label: 'Not shared', hint: 'It stays in this review.' },
	without: {
		label: 'Shared without the name',
		hint: 'It counts in groups of partnerships. Your name stands beside no value.'
	},
	named: {
		label: 'Shared by name',
		hint: 'It counts in the groups, and every member sees your own values beside your name.'
	}
};

export const choiceOf = (named: boolean | null): SharingChoice =>
	named === null ? 'no' : named ? 'named' : 'without';

/** The rules by which results are shown, in three sentences. `others` as in the rules of a release. */
export const disclosureWords = (others: number): string[] => [
	`A group is shown only where at least ${others} partnerships are left in it when anybody takes their own away.`,
	'It is held back, too, where somebody could work out from all releases together what a single partnership has.',
	'Counts of files and people are rounded to the nearest five, and groups are always the four benchmarking families and Scotland: nobody chooses their own.'
];
