/** What kind of question a column holds the answers to, guessed from its values. */
import { choicesIn } from '../answer.ts';
import type { Question, QuestionType } from '../instrument.ts';
import { fixedWords } from '../instrument.ts';
import { plainWord } from '../plain-word.ts';
import { wordMatcher } from './match-words.ts';
import { plainDate } from './written-date.ts';

export type Guess = Pick<Question, 'type' | 'positive'> &
	Partial<Pick<Question, 'options' | 'scale'>> & {
		/** A clause: “every answer is yes or no”. */
		why: string;
	};

const mostOptions = 12;
/** Different combinations of choices; beyond this many they are texts. */
const mostCells = 5_000;
const longestOption = 80;

/** `values`: the filled cells of the column, as often as they stand there. */
export function guessType(values: readonly string[]): Guess {
	const cells = [...new Set(values)];
	const different = [...new Map(cells.map((value) => [plainWord(value), value.trim()])).values()];
	return (
		fixed('yes-no', different, ['yes'], 'every answer is yes or no') ??
		fixed('yes-partly-no', different, ['yes'], 'every answer is yes, partly or no') ??
		fixed('agreement', different, ['strongly agree', 'agree'], 'every answer is a degree of agreement') ??
		asDate(different) ??
		asScale(different) ??
		asChoices(cells) ??
		asChoice(values.length, different) ?? {
			type: 'text',
			positive: [],
			why: 'the answers are all different, or long'
		}
	);
}

/** Whether every value is one of the answers of this type, or a common way of writing one. */
function fixed(
	type: QuestionType,
	different: readonly string[],
	positive: string[],
	why: string
): Guess | null {
	const question = { code: '', wording: '', type, positive, elements: [], asksAboutRecording: false };
	const words = fixedWords(question)!;
	const match = wordMatcher(question, {});
	if (different.length > mostCells) return null;
	const meant = different.map((value) => match(value)?.answer ?? null);
	const isNumeric = different.every((value) => /^\d+$/.test(value));
	if (isNumeric || different.length === 0 || meant.includes(null)) return null;
	return meant.some((answer) => words.includes(answer!)) ? { type, positive, why } : null;
}

function asDate(different: readonly string[]): Guess | null {
	const isDate = different.every((value) => /^\d{4}-\d{2}-\d{2}$/.test(plainDate(value)));
	return isDate && different.length > 0
		? { type: 'date', positive: [], why: 'every answer is a date' }
		: null;
}

/** The usual upper ends of a scale. */
const ends = [5, 7, 10, 100];

function asScale(different: readonly string[]): Guess | null {
	if (different.length === 0 || !different.every((value) => /^\d{1,3}(?:[.,]0+)?$/.test(value))) return null;
	const numbers = different.map((value) => parseInt(value, 10));
	const to = ends.find((end) => numbers.every((number) => number <= end));
	if (to === undefined || to === 100) return null;
	const from = numbers.includes(0) ? 0 : 1;
	return { type: 'scale', positive: [], scale: { from, to }, why: 'every answer is a small whole number' };
}

function asChoices(different: readonly string[]): Guess | null {
	if (different.length > mostCells) return null;
	const several = different.filter((value) => choicesIn(value).length > 1 || /;\s*$/.test(value));
	if (several.length === 0 || !isShared(different)) return null;
	const options = optionsOf(different.flatMap(choicesIn));
	if (!options) return null;
	return {
		type: 'multiple-choice',
		positive: [],
		options,
		why: 'answers have several parts with “;” between'
	};
}

/** Whether a part stands in different cells, as a choice does; “;” in a sentence divides it only once. */
function isShared(different: readonly string[]): boolean {
	const cells = new Map<string, Set<string>>();
	for (const value of different)
		for (const part of choicesIn(value)) cells.set(part, (cells.get(part) ?? new Set()).add(value));
	return [...cells.values()].some(({ size }) => size > 1);
}

function asChoice(count: number, different: readonly string[]): Guess | null {
	if (different.length * 2 > count || different.some((value) => /[;\n]/.test(value))) return null;
	const options = optionsOf(different);
	return options && { type: 'single-choice', positive: [], options, why: 'the same few answers come again' };
}

/** Null where they are too few, too many or too long to be options. */
export function optionsOf(words: readonly string[]): string[] | null {
	const options = new Map<string, string>();
	for (const word of words) {
		const plain = plainWord(word);
		if (plain === '' || plain === 'not applicable' || plain === 'not recorded') continue;
		if (!options.has(plain)) options.set(plain, word.replace(/\s+/g, ' ').trim());
		if (options.size > mostOptions || word.length > longestOption) return null;
	}
	return options.size >= 2 ? [...options.values()] : null;
}
