/**
 * Counts the coded answers of one question over a set of records: who stands in the base, who answered positively,
 * and who is left out. Every share starts here.
 */
import {
	answerWords,
	isChosen,
	isPositive,
	notApplicable,
	notRecorded,
	written
} from '#lib/evidence/answer.ts';
import { fixedWords, type Question } from '#lib/evidence/instrument.ts';
import { plainWord } from '#lib/evidence/plain-word.ts';
import type { AnswerCount, Tally } from './measure.ts';

/** Coded answer → how many records gave it, as a query that groups by question and answer returns it. */
export type AnswerCounts = ReadonlyMap<number, number>;

/**
 * The tally of one question. Records without a count are blank. The base leaves out not applicable and blank; not
 * recorded stays in it only when the question asks about recording. Of several choices one positive word makes a
 * record positive. `partly` is that word of a yes-partly-no question, unless it counts as positive there; negative
 * is everything else in the base that is recorded. A question without positive answers has no negative ones.
 *
 * Always: records = base + not applicable + blank (+ not recorded, if outside), and for a question with positive
 * answers base = positive + partly + negative (+ not recorded, if inside).
 *
 * `words` are the answer words where the question has none of its own. Throws a RangeError when there are more
 * answers than records, or an answer that the question does not have.
 */
export function tallyAnswers(
	question: Question,
	counts: AnswerCounts,
	records: number,
	words: readonly string[] | null = fixedWords(question)
): Tally {
	const outOfBase = {
		notApplicable: counts.get(notApplicable) ?? 0,
		notRecorded: counts.get(notRecorded) ?? 0
	};
	const given = [...counts].filter(([code, count]) => count > 0 && code >= 0).sort(([a], [b]) => a - b);
	const answered = sum(given.map(([, count]) => count));
	const blank = records - answered - outOfBase.notApplicable - outOfBase.notRecorded;
	if (blank < 0)
		throw new RangeError(`Question ${question.code} has ${records - blank} answers in ${records} records.`);
	for (const [code] of given) checkCode(question, code, words);

	const positive = sum(given.map(([code, count]) => (isPositive(question, code, words) ? count : 0)));
	const partly = sum(given.map(([code, count]) => (isPartly(question, code) ? count : 0)));
	const inBase = question.asksAboutRecording ? outOfBase.notRecorded : 0;
	return {
		records,
		answers: answerCounts(question, given, words),
		positive,
		partly,
		negative: hasShare(question) ? answered - positive - partly : 0,
		...outOfBase,
		blank,
		base: answered + inBase
	};
}

/** Whether positive answers are named for the question, so that it has a share and a term. */
export function hasShare(question: Pick<Question, 'type' | 'positive'>): boolean {
	return question.positive.length > 0 && question.type !== 'text' && question.type !== 'date';
}

function isPartly(question: Question, code: number): boolean {
	if (question.type !== 'yes-partly-no' || isPositive(question, code)) return false;
	return answerWords(question, code) === 'partly';
}

type Given = readonly (readonly [code: number, count: number])[];

/** A line for each answer word in the order of the question; for dates and scales without ends those given. */
function answerCounts(question: Question, given: Given, words: readonly string[] | null): AnswerCount[] {
	const counts = new Map(given);
	const of = (code: number) => counts.get(code) ?? 0;
	if (question.type === 'text') return [{ word: 'written', count: of(written), positive: false }];
	if (question.type === 'multiple-choice')
		return (words ?? []).map((word, position) => ({
			word,
			count: sum(given.map(([code, count]) => (isChosen(code, position) ? count : 0))),
			positive: isPositive(question, 2 ** position, words)
		}));
	const codes = words
		? words.map((word, position) => codeOf(question, word, position))
		: codesFound(question, given);
	return codes.map((code) => ({
		word: answerWords(question, code, undefined, words),
		count: of(code),
		positive: isPositive(question, code, words)
	}));
}

function codeOf(question: Question, word: string, position: number): number {
	return question.type === 'scale' ? Number(word) : position;
}

/** The positive numbers of a scale without ends are shown even when nobody gave them. */
function codesFound(question: Question, given: Given): number[] {
	const positive = question.type === 'scale' ? question.positive.map((word) => Number(plainWord(word))) : [];
	return [...new Set([...given.map(([code]) => code), ...positive])].sort((a, b) => a - b);
}

function checkCode(question: Question, code: number, words: readonly string[] | null): void {
	const { type } = question;
	if (type === 'date' || type === 'text' || (type === 'scale' && !words)) return;
	const ends = type === 'multiple-choice' ? 2 ** (words?.length ?? 0) : (words?.length ?? 0);
	const known = type === 'scale' ? words!.includes(String(code)) : code < ends;
	if (!known) throw new RangeError(`Question ${question.code} has no answer with the code ${code}.`);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
