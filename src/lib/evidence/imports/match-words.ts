/** What the words found in a column mean as answers: the same word, one decided before, or one to be proposed. */
import { choicesIn } from '../answer.ts';
import { isOpenChoice } from '../answers-file-words.ts';
import { fixedWords, type Question } from '../instrument.ts';
import { plainWord } from '../plain-word.ts';
import { closest, lettersOnly, letterPairs } from './heading-words.ts';
import type { Certainty } from './understanding.ts';

export type WordMatch = { answer: string; certainty: Certainty };
/** Matches one word; null where nothing is close. */
export type WordMatcher = (found: string) => WordMatch | null;

/** Whether the answers to a question are words of its own, so that those found have to be told apart. */
export function hasAnswerWords(question: Question): boolean {
	return fixedWords(question) !== null && !isOpenChoice(question);
}

/** The answer words that one cell holds: several, with “;” between, for a multiple choice. */
export function wordsInCell(question: Question, cell: string): string[] {
	if (question.type === 'multiple-choice') return choicesIn(cell);
	const word = cell.trim();
	return word === '' ? [] : [word];
}

const notApplicable = 'not applicable';
const notRecorded = 'not recorded';

/** What people and tools write for each answer, in letters only. */
const synonyms: Partial<Record<Question['type'] | 'any', Record<string, string>>> = {
	any: {
		...meaning(
			notApplicable,
			'na',
			'n a',
			'n/a',
			'does not apply',
			'doesnt apply',
			'not relevant',
			'non applicable'
		),
		...meaning(notRecorded, 'prefer not to say', 'rather not say', 'prefer not to answer', 'no answer'),
		...meaning(notRecorded, 'not stated', 'not known', 'unknown', 'refused', 'skipped', 'no response'),
		...meaning(notRecorded, 'dont know', 'do not know', 'not sure', 'unsure', 'no opinion', 'cant say')
	},
	'yes-no': {
		...meaning('yes', 'y', 'true', 'yes it does', 'yes it is', '1'),
		...meaning('no', 'n', 'false', 'no it does not', 'no it is not', '0')
	},
	'yes-partly-no': {
		...meaning('yes', 'y', 'true', 'yes fully', 'fully', 'yes completely', 'yes definitely'),
		...meaning(
			'partly',
			'partially',
			'in part',
			'to some extent',
			'yes to some extent',
			'somewhat',
			'yes partly'
		),
		...meaning('partly', 'p', 'sometimes', 'yes and no'),
		...meaning('no', 'n', 'false', 'not at all', 'no not at all')
	},
	agreement: {
		...meaning(
			'strongly agree',
			'agree strongly',
			'sa',
			'completely agree',
			'definitely agree',
			'totally agree'
		),
		...meaning(
			'agree',
			'tend to agree',
			'slightly agree',
			'agree somewhat',
			'somewhat agree',
			'mostly agree'
		),
		...meaning('neither agree nor disagree', 'neither', 'neutral', 'neither agree or disagree', 'undecided'),
		...meaning('disagree', 'tend to disagree', 'slightly disagree', 'somewhat disagree', 'mostly disagree'),
		...meaning('strongly disagree', 'disagree strongly', 'sd', 'completely disagree', 'definitely disagree'),
		...meaning("don't know", 'dont know', 'do not know', 'not sure', 'unsure', 'no opinion', 'dk', 'cant say')
	}
};

function meaning(answer: string, ...written: string[]): Record<string, string> {
	return Object.fromEntries(written.map((each) => [lettersOnly(each), answer]));
}

/** `remembered`: what was decided before, by the spelling of plainWord. */
export function wordMatcher(question: Question, remembered: Readonly<Record<string, string>>): WordMatcher {
	const words = fixedWords(question) ?? [];
	const exact = new Map(
		[...words, notApplicable, notRecorded].map((word) => [plainWord(word), word] as const).reverse()
	);
	const letters = new Map(words.map((word) => [lettersOnly(word), word] as const).reverse());
	const near = words.map((candidate) => ({ pairs: letterPairs(lettersOnly(candidate)), candidate }));
	const proposed = (answer: string | null | undefined): WordMatch | null =>
		answer === undefined || answer === null ? null : { answer, certainty: 'proposed' };

	return (found) => {
		const plain = plainWord(found);
		const same = exact.get(question.type === 'scale' ? wholeNumber(plain) : plain);
		if (same !== undefined) return { answer: same, certainty: 'exact' };
		if (Object.hasOwn(remembered, plain)) return { answer: remembered[plain]!, certainty: 'remembered' };
		const bare = lettersOnly(found);
		return (
			proposed(letters.get(bare)) ??
			proposed(question.type === 'scale' ? onScale(plain, question, words) : null) ??
			proposed(own(synonyms[question.type], bare)) ??
			proposed(own(synonyms.any, bare)) ??
			proposed(bare.length > 3 && question.type !== 'scale' ? closest(bare, near) : null)
		);
	};
}

const own = (words: Record<string, string> | undefined, word: string) =>
	words && Object.hasOwn(words, word) ? words[word] : undefined;

/** 3.0 and 3,0 are 3: a column of numbers comes so from some spreadsheets. */
export const wholeNumber = (plain: string) => plain.replace(/^(\d{1,6})[.,]0+$/, '$1');

/** “4 – good” is 4, and so is the label of an end of the scale. */
function onScale(plain: string, { scale }: Question, words: readonly string[]): string | null {
	const bare = lettersOnly(plain);
	if (scale?.fromLabel && bare === lettersOnly(scale.fromLabel)) return String(scale.from);
	if (scale?.toLabel && bare === lettersOnly(scale.toLabel)) return String(scale.to);
	const number = /^(\d{1,3})(?![\d.,%])/.exec(plain)?.[1] ?? '';
	return words.includes(number) ? number : null;
}
