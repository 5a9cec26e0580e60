/** Codes the cells of a mapped table, once a person has said what its columns and words mean. */
import { answerCoder, type AnswerFault, type CodedAnswer } from '../answer.ts';
import { isOpenChoice } from '../answers-file-words.ts';
import type { Question } from '../instrument.ts';
import { plainWord } from '../plain-word.ts';
import type { Mapping } from './mapping.ts';
import { wholeNumber, wordsInCell } from './match-words.ts';
import { plainDate } from './written-date.ts';

/** `other`: what was written in place of an answer word, and is kept beside the one that it counts as. */
export type MappedAnswer = CodedAnswer | AnswerFault | null;
export type MappedCoder = (cell: string) => MappedAnswer;

/** Different cells that are remembered: the answer words in all their spellings and combinations. */
const remembered = 2_000;

/**
 * A coder for the cells of one question. `words` are its answer words: its own, or for an open choice those found.
 * What a mapping says of words goes before the words themselves only where they are not the same.
 */
export function mappedCoder(
	question: Question,
	words: readonly string[] | null,
	{ words: meanings, otherwise }: Pick<Mapping, 'words' | 'otherwise'>
): MappedCoder {
	const code = answerCoder(question, words);
	if (question.type === 'text') return code;
	if (question.type === 'date') return (cell) => code(plainDate(cell));
	const meaning = meaningOf(
		words ?? [],
		own(meanings, question.code) ?? {},
		own(otherwise, question.code) ?? null
	);
	const known = new Map<string, MappedAnswer>();
	return (cell) => {
		const before = known.get(cell);
		if (before !== undefined) return before;
		const coded = codedWith(question, cell, meaning, code);
		if (known.size < remembered && !(coded && 'text' in coded)) known.set(cell, coded);
		return coded;
	};
}

type Meaning = (word: string) => { answer: string; isOther: boolean };

function meaningOf(
	words: readonly string[],
	said: Readonly<Record<string, string>>,
	otherwise: string | null
): Meaning {
	const exact = new Set([...words.map(plainWord), 'not applicable', 'not recorded']);
	return (word) => {
		const plain = plainWord(word);
		if (exact.has(plain)) return { answer: word, isOther: false };
		if (Object.hasOwn(said, plain)) return { answer: said[plain]!, isOther: false };
		if (exact.has(wholeNumber(plain))) return { answer: wholeNumber(plain), isOther: false };
		return otherwise === null ? { answer: word, isOther: false } : { answer: otherwise, isOther: true };
	};
}

function codedWith(
	question: Question,
	cell: string,
	meaning: Meaning,
	code: (cell: string) => MappedAnswer
): MappedAnswer {
	const found = wordsInCell(question, plainWord(cell) === '' ? '' : cell);
	const meant = found.map((word) => ({ word, ...meaning(word) })).filter(({ answer }) => answer !== '');
	if (meant.length === 0) return null;
	const others = meant.filter(({ isOther }) => isOther).map(({ word }) => word.trim());
	const coded = codedChoice(
		meant.map(({ answer }) => answer),
		code
	);
	return coded && 'code' in coded && others.length > 0 ? { ...coded, text: others.join('; ') } : coded;
}

/** “Not applicable” among choices says nothing beside them. */
function codedChoice(answers: readonly string[], code: (cell: string) => MappedAnswer): MappedAnswer {
	const chosen = answers.filter((answer) => !['not applicable', 'not recorded'].includes(plainWord(answer)));
	return code((chosen.length > 0 ? chosen : answers.slice(0, 1)).join('; '));
}

const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
	Object.hasOwn(record, key) ? record[key] : undefined;

/** Whether what stands in the column of a choice says that it was not chosen. */
const notChosen = new Set(['', '0', 'no', 'n', 'false', 'not selected', 'unchecked', 'not chosen', '-']);
export const isChosenCell = (cell: string) => !notChosen.has(plainWord(cell));

/** Whether anything may stand in the answers to a question, so that it has to be searched for identifiers. */
export const isFreeText = (question: Question) => question.type === 'text' || isOpenChoice(question);
