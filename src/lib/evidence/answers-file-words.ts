/** The answer words that a file of answers is read by. */
import { choicesIn } from './answer.ts';
import type { AnswersColumns } from './answers-file-header.ts';
import { fixedWords, type Question } from './instrument.ts';
import { plainWord } from './plain-word.ts';

/** One row of cells with its number as a spreadsheet shows it. */
export type CellRow = { row: number; cells: readonly string[] };

/**
 * The answer words of each question: its own, or for a choice without options those found in the rows, the positive
 * ones first, the others in alphabetical order. Null for questions that have none.
 */
export function wordsOf(
	{ questions }: AnswersColumns,
	rows: readonly CellRow[]
): Map<string, readonly string[] | null> {
	return new Map(
		questions.map(({ at, question }) => [
			question.code,
			isOpenChoice(question) ? wordsFound(question, rows, at) : fixedWords(question)
		])
	);
}

/** Whether a question is a choice whose options are only found in the file. */
export function isOpenChoice(question: Question): boolean {
	const isChoice = question.type === 'single-choice' || question.type === 'multiple-choice';
	return isChoice && !question.options;
}

function wordsFound(question: Question, rows: readonly CellRow[], at: number): string[] {
	const known = new Set(['', 'not applicable', 'not recorded', ...question.positive.map(plainWord)]);
	const others: string[] = [];
	for (const cell of new Set(rows.map(({ cells }) => cells[at] ?? '')))
		for (const word of question.type === 'multiple-choice' ? choicesIn(cell) : [cell.trim()]) {
			const plain = plainWord(word);
			if (!known.has(plain)) others.push(word);
			known.add(plain);
		}
	return [...question.positive, ...others.sort(inReadingOrder.compare)];
}

const inReadingOrder = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });
