/**
 * One answer as it is kept: a small whole number. A choice is the position of its word, several choices are the
 * sum of 2^position, a scale is its own number, a date is YYYYMMDD. Blank is not an answer and has no code.
 */
import type { Question } from './instrument.ts';
import { fixedWords } from './instrument.ts';
import { plainWord } from './plain-word.ts';

export { plainWord };

export const notApplicable = -1;
export const notRecorded = -2;
/** Text is kept beside the answers; the code only says that there is some. */
export const written = 1;

export type CodedAnswer = { readonly code: number; readonly text?: string };
/** `expected` completes the sentence "expected …": "one of yes, no, not applicable, not recorded, or nothing". */
export type AnswerFault = { readonly expected: string };
export type AnswerCoder = (cell: string) => CodedAnswer | AnswerFault | null;

/**
 * Codes one cell. Null is blank; an AnswerFault says what was expected instead. For many cells of one question
 * make an `answerCoder` once. `words` are the answer words of the question where it has no fixed ones.
 */
export function codeAnswer(
	question: Question,
	cell: string,
	words: readonly string[] | null = fixedWords(question)
): CodedAnswer | AnswerFault | null {
	return answerCoder(question, words)(cell);
}

/** How many different cells a coder remembers: the answer words in all their spellings, not a column of dates. */
const remembered = 500;

/**
 * A coder for all the cells of one question. The words are prepared once and the result of each different cell is
 * remembered, so that coding a hundred thousand cells takes a few milliseconds; results may be the same object.
 */
export function answerCoder(
	question: Question,
	words: readonly string[] | null = fixedWords(question)
): AnswerCoder {
	const code = plainCoder(question, words);
	const known = new Map<string, CodedAnswer | AnswerFault | null>();
	return (cell) => {
		const before = known.get(cell);
		if (before !== undefined) return before;
		const coded = code(plainWord(cell), cell);
		if (question.type !== 'text' && known.size < remembered) known.set(cell, coded);
		return coded;
	};
}

type PlainCoder = (plain: string, cell: string) => CodedAnswer | AnswerFault | null;

function plainCoder(question: Question, words: readonly string[] | null): PlainCoder {
	const byType = coderOfType(question, words);
	return (plain, cell) => {
		if (plain === '') return null;
		if (plain === 'not applicable') return { code: notApplicable };
		if (plain === 'not recorded') return { code: notRecorded };
		return byType(plain, cell);
	};
}

function coderOfType(question: Question, words: readonly string[] | null): PlainCoder {
	const or = 'not applicable, not recorded, or nothing';
	if (question.type === 'text') return (_, cell) => ({ code: written, text: cell.trim() });
	if (question.type === 'date') {
		const fault = { expected: `a date as YYYY-MM-DD, such as 2018-06-27, ${or}` };
		return (plain) => codedDate(plain) ?? fault;
	}
	if (question.type === 'scale') {
		const fault = { expected: `${scaleWords(words)}, ${or}` };
		const allowed = words && new Set(words);
		return (plain) =>
			/^\d{1,6}$/.test(plain) && (!allowed || allowed.has(plain)) ? { code: Number(plain) } : fault;
	}
	const positions = positionsOf(words ?? []);
	const listed = [...(words ?? []), or].join(', ');
	if (question.type === 'multiple-choice') {
		const fault = { expected: `one or more, with “;” between, of ${listed}` };
		return (plain) => codedChoices(plain, positions) ?? fault;
	}
	const fault = { expected: `one of ${listed}` };
	return (plain) => {
		const position = positions.get(plain);
		return position === undefined ? fault : { code: position };
	};
}

function positionsOf(words: readonly string[]): Map<string, number> {
	return new Map(words.map((word, position) => [plainWord(word), position] as const).reverse());
}

function scaleWords(words: readonly string[] | null): string {
	return words ? `a whole number from ${words[0]} to ${words.at(-1)}` : 'a whole number';
}

/** The parts of a several-choices cell, without the empty ones that a trailing “;” leaves. */
export function choicesIn(cell: string): string[] {
	return cell
		.split(';')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

function codedChoices(plain: string, positions: ReadonlyMap<string, number>): CodedAnswer | null {
	const chosen = choicesIn(plain).map((part) => positions.get(part));
	if (chosen.length === 0 || chosen.includes(undefined)) return null;
	return { code: [...new Set(chosen)].reduce<number>((sum, position) => sum + 2 ** position!, 0) };
}

function codedDate(plain: string): CodedAnswer | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain);
	if (!match) return null;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const date = new Date(Date.UTC(year, month - 1, day));
	const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
	return real ? { code: year * 10000 + month * 100 + day } : null;
}

/** The words of a coded answer as a person would write them in an answers file. `text` for written answers. */
export function answerWords(
	question: Question,
	code: number,
	text?: string,
	words: readonly string[] | null = fixedWords(question)
): string {
	if (code === notApplicable) return 'not applicable';
	if (code === notRecorded) return 'not recorded';
	if (question.type === 'text') return text ?? '';
	if (question.type === 'date') {
		const digits = String(code);
		return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
	}
	if (question.type === 'scale') return String(code);
	if (question.type === 'multiple-choice')
		return (words ?? []).filter((_, position) => isChosen(code, position)).join('; ');
	return words?.[code] ?? '';
}

/** Whether the choice at a position is among those in the code of a several-choices answer. */
export function isChosen(code: number, position: number): boolean {
	return Math.floor(code / 2 ** position) % 2 === 1;
}

/** Whether a coded answer counts as positive for its question. */
export function isPositive(
	question: Question,
	code: number,
	words: readonly string[] | null = fixedWords(question)
): boolean {
	if (code < 0 || question.type === 'text' || question.type === 'date') return false;
	const positive = new Set(question.positive.map(plainWord));
	if (question.type === 'scale') return positive.has(String(code));
	if (question.type === 'multiple-choice')
		return (words ?? []).some((word, position) => isChosen(code, position) && positive.has(plainWord(word)));
	const word = words?.[code];
	return word !== undefined && positive.has(plainWord(word));
}
