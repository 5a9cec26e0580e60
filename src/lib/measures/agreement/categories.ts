/** Which answers to a question are ordered, and which lie on no scale. */
import { notApplicable, notRecorded } from '#lib/evidence/answer.ts';
import { fixedWords, type Question } from '#lib/evidence/instrument.ts';

/** Codes of answers; `ordered` in their order, `apart` behind them in the weights. */
export type Categories = {
	ordered: number[];
	apart: number[];
	/** `ordered` is a row of numbers with equal steps. */
	equalSteps: boolean;
};

/** `don't know` of an agreement scale, the last of its words. */
const agreementSteps = 5;

/**
 * The categories of a question for pairs of answers. Null where answers are not compared by category: dates, of which
 * only the same day is the same, and written answers. Not applicable and not recorded are categories once they were
 * given; choices, once they are among the options or were given.
 */
export function categoriesOf(question: Question, given: ReadonlySet<number>): Categories | null {
	if (question.type === 'date' || question.type === 'text') return null;
	const words = fixedWords(question) ?? [];
	const positions = words.map((_, position) => position);
	const unsure = [notApplicable, notRecorded].filter((code) => given.has(code));
	const answered = [...given].filter((code) => code >= 0).sort((a, b) => a - b);
	if (question.type === 'yes-partly-no') return { ordered: positions, apart: unsure, equalSteps: false };
	if (question.type === 'agreement')
		return {
			ordered: positions.slice(0, agreementSteps),
			apart: [...positions.slice(agreementSteps).filter((code) => given.has(code)), ...unsure],
			equalSteps: false
		};
	if (question.type === 'scale') {
		const { from, to } = question.scale ?? { from: answered[0] ?? 0, to: answered.at(-1) ?? 0 };
		const ordered = Array.from({ length: to - from + 1 }, (_, step) => from + step);
		return { ordered, apart: unsure, equalSteps: true };
	}
	// Several choices in one answer are the same only when all of them are.
	const own = question.type === 'multiple-choice' ? [] : positions;
	return { ordered: [], apart: [...new Set([...own, ...answered]), ...unsure], equalSteps: false };
}
