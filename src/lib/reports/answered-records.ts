/** The records behind one measure: which answers there are, how many gave each, and the records that gave one of them. */
import { answerWords, isChosen, isPositive, notApplicable, notRecorded } from '#lib/evidence/answer.ts';
import { fixedWords, type Question } from '#lib/evidence/instrument.ts';

/** A record with its coded answer to the question; null where it is blank. */
export type AnsweredBy = {
	reference: string;
	strata: Record<string, string>;
	code: number | null;
	text: string | null;
};

export type AnswerChoice = { answer: string; count: number };

export type Answered = {
	/** The answers that can be asked for; those that count as positive, together, where they are several. */
	choices: AnswerChoice[];
	/** The one asked for; null for all records. */
	chosen: string | null;
	/** How many records have it. */
	count: number;
	/** Names of the strata columns, in alphabetical order. */
	columns: string[];
	/** One page of the records that have it. */
	records: { reference: string; strata: Record<string, string>; answer: string; outside: boolean }[];
	page: number;
	pages: number;
};

/** Together, the answers that count as positive. */
export const countedAsPositive = 'counted as positive';
export const leftBlank = 'left blank';
const anyAnswer = 'answered';

/** How many records are listed at once. */
export const pageLength = 100;

/** Lists the records that gave one answer, or all of them when `answer` is null or nobody could have given it. */
export function deriveAnswered(
	question: Question,
	all: readonly AnsweredBy[],
	answer: string | null,
	page: number
): Answered {
	const words = fixedWords(question);
	const tests = testsOf(question, words);
	const choices = [...tests].map(([name, test]) => ({ answer: name, count: all.filter(test).length }));
	const given = choices.filter(({ answer: name, count }) => count > 0 || question.positive.includes(name));
	const chosen = answer !== null && tests.has(answer) ? answer : null;
	const matching = chosen === null ? all : all.filter(tests.get(chosen)!);
	const pages = Math.max(1, Math.ceil(matching.length / pageLength));
	const at = Math.min(Math.max(1, page), pages);
	return {
		choices: given,
		chosen,
		count: matching.length,
		columns: [...new Set(all.flatMap(({ strata }) => Object.keys(strata)))].sort(),
		records: matching
			.slice((at - 1) * pageLength, at * pageLength)
			.map(({ reference, strata, code, text }) => ({
				reference,
				strata,
				answer: code === null ? leftBlank : answerWords(question, code, text ?? undefined, words),
				outside:
					code === null || code === notApplicable || (code === notRecorded && !question.asksAboutRecording)
			})),
		page: at,
		pages
	};
}

type Test = (record: AnsweredBy) => boolean;

function testsOf(question: Question, words: readonly string[] | null): Map<string, Test> {
	const tests = new Map<string, Test>();
	const has =
		(code: number): Test =>
		(record) =>
			record.code === code;
	if (question.positive.length > 1 || question.type === 'multiple-choice')
		if (question.positive.length > 0)
			tests.set(countedAsPositive, ({ code }) => code !== null && isPositive(question, code, words));
	if (words && question.type === 'multiple-choice')
		words.forEach((word, at) =>
			tests.set(word, ({ code }) => code !== null && code >= 0 && isChosen(code, at))
		);
	else if (words && question.type === 'scale') words.forEach((word) => tests.set(word, has(Number(word))));
	else if (words) words.forEach((word, at) => tests.set(word, has(at)));
	else tests.set(anyAnswer, ({ code }) => code !== null && code >= 0);
	tests.set('not applicable', has(notApplicable));
	tests.set('not recorded', has(notRecorded));
	tests.set(leftBlank, ({ code }) => code === null);
	return tests;
}
