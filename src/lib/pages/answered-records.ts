/** The records behind one measure: which answers there are, how many gave each, and the records that gave one of them. */
import { isChosen, isPositive, notApplicable, notRecorded } from '#lib/evidence/answer.ts';
import { fixedWords, type Question } from '#lib/evidence/instrument.ts';
import { plainWord } from '#lib/evidence/plain-word.ts';
import { leftBlank, shownAnswer } from './shown-answer.ts';

/** A record with its coded answer to the question; null where it is blank. */
export type AnsweredBy = {
	reference: string;
	strata: Record<string, string>;
	code: number | null;
	text: string | null;
};

/** Which records to list: those with one answer, those of one stratum, or both; and which page of them, from 1. */
export type Asked = {
	answer: string | null;
	within: { column: string; stratum: string } | null;
	page: number;
};

export type Answered = {
	/** The answers that can be asked for, with how many of the stratum gave them. */
	choices: { answer: string; count: number }[];
	/** The answer asked for; null for all of them, or where nobody could have given it. */
	chosen: string | null;
	within: Asked['within'];
	/** How many records there are in the stratum, and how many of these have the answer. */
	all: number;
	count: number;
	/** Names of the strata columns, in alphabetical order. */
	columns: string[];
	/** One page of the records that have it. */
	records: { reference: string; strata: string[]; answer: string }[];
	page: number;
	pages: number;
};

/** Together, the answers that count as positive. */
export const countedAsPositive = 'counted as positive';
const anyAnswer = 'answered';
const notStated = 'not stated';

/** How many records are listed at once. */
export const pageLength = 100;

/** The answer by which the records behind a share are asked for; null for a question without positive answers. */
export function answerBehind(question: Question): string | null {
	if (question.positive.length === 0) return null;
	if (question.positive.length > 1 || question.type === 'multiple-choice') return countedAsPositive;
	const only = plainWord(question.positive[0]!);
	return fixedWords(question)?.find((word) => plainWord(word) === only) ?? countedAsPositive;
}

export function deriveAnswered(question: Question, records: readonly AnsweredBy[], asked: Asked): Answered {
	const columns = [...new Set(records.flatMap(({ strata }) => Object.keys(strata)))].sort();
	const within = asked.within !== null && columns.includes(asked.within.column) ? asked.within : null;
	const inStratum = within
		? records.filter(({ strata }) => stratumOf(strata, within.column) === within.stratum)
		: records;
	const tests = testsOf(question);
	const chosen = asked.answer !== null && tests.has(asked.answer) ? asked.answer : null;
	const matching = chosen === null ? inStratum : inStratum.filter(tests.get(chosen)!);
	const pages = Math.max(1, Math.ceil(matching.length / pageLength));
	const page = Math.min(Math.max(1, Math.trunc(asked.page)), pages);
	return {
		choices: [...tests]
			.map(([answer, test]) => ({ answer, count: inStratum.filter(test).length }))
			.filter(({ answer, count }) => count > 0 || answer === chosen || answer === answerBehind(question)),
		chosen,
		within,
		all: inStratum.length,
		count: matching.length,
		columns,
		records: matching
			.slice((page - 1) * pageLength, page * pageLength)
			.map(({ reference, strata, code, text }) => ({
				reference,
				strata: columns.map((column) => stratumOf(strata, column)),
				answer: shownAnswer(question, code, text)
			})),
		page,
		pages
	};
}

/** A record that names none stands under “not stated”. */
export function stratumOf(strata: Record<string, string>, column: string): string {
	return (Object.hasOwn(strata, column) && strata[column]) || notStated;
}

type Test = (record: AnsweredBy) => boolean;

/** What can be asked for, in the order of the question. */
function testsOf(question: Question): Map<string, Test> {
	const words = fixedWords(question);
	const has =
		(code: number): Test =>
		(record) =>
			record.code === code;
	const tests = new Map<string, Test>();
	if (answerBehind(question) === countedAsPositive)
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
