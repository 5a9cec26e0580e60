/** Which question, if any, a column holds the answers to: by its code or wording, or close to one. */
import { fixedWords, type Instrument, type Question } from '../instrument.ts';
import {
	closest,
	lettersOnly,
	letterPairs,
	plainHeading,
	repeatedHeading,
	type LetterPairs
} from './heading-words.ts';
import type { ColumnUse } from './mapping.ts';
import type { Certainty } from './understanding.ts';
import type { ColumnHeading } from './table-header.ts';

export type ColumnMatch = { use: ColumnUse; certainty: Certainty; why: string };
export type ColumnMatcher = (heading: ColumnHeading) => ColumnMatch | null;

/** What tools write under the heading of a question that has one column. */
const noHeading = /^(?:response|open ended response|answer)$/;
/** What tools call the column for what was written beside the choices. */
const otherHeading = /^(?:other\b.*|.*please (?:specify|state|say).*)$/;

/** A matcher for the columns of one table; what is compared with is prepared once. */
export function columnMatcher({ questions }: Instrument): ColumnMatcher {
	const byCode = new Map(questions.map((question) => [lettersOnly(question.code), question]));
	const byWording = new Map<string, Question[]>();
	for (const question of questions)
		for (const plain of new Set([plainHeading(question.wording), lettersOnly(question.wording)]))
			byWording.set(plain, [...(byWording.get(plain) ?? []), question]);
	const near = questions.map((question) => ({
		pairs: letterPairs(plainHeading(question.wording)),
		candidate: question
	}));

	return (heading) => {
		const [top = '', ...below] = heading.parts.filter((part) => !noHeading.test(lettersOnly(part)));
		const last = below.at(-1);
		const isGroup = heading.groupSize > 1;
		const all = [top, ...below].join(' ');
		if (isGroup && last !== undefined) {
			const over = exactly(top, byCode, byWording);
			if (over) return underQuestion(over.question, last);
		}
		const texts = isGroup && last !== undefined ? [last, all] : [all, top];
		for (const text of texts) {
			const match = exactly(text, byCode, byWording);
			if (match) return asQuestion(match.question, 'exact', match.why);
		}
		return (
			choiceInHeading(all, questions) ??
			closeTo(texts, near, isGroup && last !== undefined ? { top, last } : null)
		);
	};
}

function exactly(
	text: string,
	byCode: ReadonlyMap<string, Question>,
	byWording: ReadonlyMap<string, readonly Question[]>
): { question: Question; why: string } | null {
	const letters = lettersOnly(text);
	if (letters === '') return null;
	const coded = byCode.get(letters);
	if (coded) return { question: coded, why: 'the question’s code' };
	const plain = plainHeading(text);
	const worded = byWording.get(plain) ?? byWording.get(letters);
	if (worded) return { question: worded[0]!, why: 'the same wording' };
	const repeated = repeatedHeading(plain);
	const nth = repeated && byWording.get(repeated.base)?.[repeated.nth - 1];
	if (nth) return { question: nth, why: 'the same wording, as there more than once' };
	return codeAndWording(letters, byCode);
}

/** `C4 Were the options discussed`: the code before the wording. */
function codeAndWording(letters: string, byCode: ReadonlyMap<string, Question>) {
	const [first, second] = [letters.indexOf(' '), letters.indexOf(' ', letters.indexOf(' ') + 1)];
	for (const end of [first, second]) {
		if (end <= 0) continue;
		const question = byCode.get(letters.slice(0, end));
		if (question && lettersOnly(question.wording) === letters.slice(end + 1))
			return { question, why: 'the question’s code and wording' };
	}
	return null;
}

function asQuestion({ code }: Question, certainty: Certainty, why: string): ColumnMatch {
	return { use: { role: 'question', question: code }, certainty, why };
}

/** A column under the heading of a question: one of its choices, what was written beside them, or the answer. */
function underQuestion(question: Question, below: string): ColumnMatch | null {
	const letters = lettersOnly(below);
	const words = fixedWords(question) ?? [];
	const same = words.find((word) => lettersOnly(word) === letters);
	if (otherHeading.test(letters) && !(same && question.type === 'multiple-choice')) {
		const word = words.find((each) => /^(?:other|some(?:one|body|thing) else|elsewhere)\b/i.test(each)) ?? '';
		const use: ColumnUse = { role: 'other', question: question.code, word };
		// Without a word for it, what only was written here would be an answer that counts as none.
		const certainty = word === '' ? 'proposed' : 'exact';
		return { use, certainty, why: 'what was written beside the choices' };
	}
	if (question.type !== 'multiple-choice') return null;
	if (same) return asChoice(question, same, 'exact', 'one of the choices of this question');
	const close = closest(letters, choicePairs(words));
	if (close) return asChoice(question, close, 'proposed', `close to the choice “${close}”`);
	return null;
}

function asChoice({ code }: Question, word: string, certainty: Certainty, why: string): ColumnMatch {
	return { use: { role: 'choice', question: code, word }, certainty, why };
}

const choicePairs = (words: readonly string[]) =>
	words.map((candidate) => ({ pairs: letterPairs(lettersOnly(candidate)), candidate }));

/** `Who took part: advocate`: a column for each choice, with the question’s wording before it. */
function choiceInHeading(text: string, questions: readonly Question[]): ColumnMatch | null {
	const plain = plainHeading(text);
	for (const question of questions) {
		if (question.type !== 'multiple-choice') continue;
		const wording = plainHeading(question.wording);
		if (wording === '' || !plain.startsWith(`${wording} `)) continue;
		const rest = plain.slice(wording.length + 1);
		const word = fixedWords(question)?.find((each) => lettersOnly(each) === rest);
		if (word) return asChoice(question, word, 'exact', 'one of the choices of this question');
		if (otherHeading.test(rest)) return underQuestion(question, rest);
	}
	return null;
}

type Near = readonly { pairs: LetterPairs; candidate: Question }[];

function closeTo(
	texts: readonly string[],
	near: Near,
	group: { top: string; last: string } | null
): ColumnMatch | null {
	for (const text of texts) {
		const question = closest(plainHeading(text), near);
		if (question) return asQuestion(question, 'proposed', 'close to the wording of this question');
	}
	const over = group && closest(plainHeading(group.top), near);
	const under = over && underQuestion(over, group.last);
	return under && { ...under, certainty: 'proposed', why: `${under.why}, whose wording is close` };
}
