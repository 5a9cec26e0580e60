/** What is counted while the rows of a table are read: problems, of which only the first are kept, and answer words. */
import { answerWords } from '../answer.ts';
import { shown, type AnswersProblem } from '../answers-file-problem.ts';
import type { Question } from '../instrument.ts';
import type { MappedCoder } from './mapped-answers.ts';
import { wordsInCell } from './match-words.ts';

export const mostProblemsKept = 200;

export class ProblemList {
	readonly first: AnswersProblem[] = [];
	count = 0;
	identifiers = 0;

	add(...problems: readonly AnswersProblem[]): void {
		for (const problem of problems) {
			this.count += 1;
			if (problem.code === 'identifier') this.identifiers += 1;
			if (this.first.length < mostProblemsKept) this.first.push(problem);
		}
	}
}

/** `found` as it stands in the file, masked; `answer` the word that it is taken for, '' for a blank, null for none. */
export type WordCount = { found: string; count: number; answer: string | null };

/** Different words that are counted for one question. */
const mostCounted = 500;
/** Different cells, which hold several words for a multiple choice. */
const mostCells = 20_000;

type Worded = { question: Question; code: MappedCoder; words: readonly string[] | null };

/** Counts the words in the cells of one question. */
export class WordCounts {
	private readonly cells = new Map<string, number>();

	add(cell: string): void {
		const count = this.cells.get(cell);
		if (count !== undefined) this.cells.set(cell, count + 1);
		else if (this.cells.size < mostCells) this.cells.set(cell, 1);
	}

	/** The commonest first. */
	list({ question, code, words }: Worded): WordCount[] {
		const counts = new Map<string, number>();
		for (const [cell, count] of this.cells)
			for (const word of wordsInCell(question, cell))
				if (counts.has(word) || counts.size < mostCounted) counts.set(word, (counts.get(word) ?? 0) + count);
		return [...counts]
			.sort((a, b) => b[1] - a[1])
			.map(([found, count]) => ({
				found: shown(found),
				count,
				answer: answerOf(found, { question, code, words })
			}));
	}
}

function answerOf(word: string, { question, code, words }: Worded): string | null {
	const coded = code(word);
	if (coded === null) return '';
	return 'code' in coded ? answerWords(question, coded.code, undefined, words) : null;
}
