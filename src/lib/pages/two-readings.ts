/** Two readings of one record side by side: where they differ, what counts instead, and where they are alike. */
import { answerWords, notApplicable, notRecorded } from '#lib/evidence/answer.ts';
import { fixedWords, type Instrument, type Question } from '#lib/evidence/instrument.ts';
import { shownAnswer } from './shown-answer.ts';

type Given = { code: number; text: string | null } | null;

export type TwoReadingsInput = {
	instrument: Instrument;
	/** By place in the instrument, from 0. `settled`: `by` is a name. */
	answers: readonly {
		question: number;
		first: Given;
		second: Given;
		settled: { code: number; reason: string; version: number; by: string; at: string } | null;
	}[];
	/** Comments of the first and of the second reader, by place in the instrument. */
	comments: readonly [ReadonlyMap<number, string>, ReadonlyMap<number, string>];
	/** Stands in the place of what was written in one's own words; null where that may be seen. */
	withheld: string | null;
};

export type ComparedLine = {
	position: number;
	code: string;
	wording: string;
	help: string | null;
	first: string;
	second: string;
	comments: { first: string; second: string };
	/** Whether both gave the same answer. */
	same: boolean;
	settled: { answer: string; value: string; reason: string; version: number; by: string; at: string } | null;
	/** What it can be settled as, those that were given first; empty for answers in one's own words. */
	choices: { value: string; label: string }[];
};

export type TwoReadings = {
	/** Differ, and nobody has settled it. */
	open: ComparedLine[];
	settled: ComparedLine[];
	/** In one's own words: shown side by side, never settled. */
	written: ComparedLine[];
	alike: ComparedLine[];
};

export function deriveTwoReadings({
	instrument,
	answers,
	comments,
	withheld
}: TwoReadingsInput): TwoReadings {
	const lines = answers.map(({ question: position, first, second, settled }) => {
		const question = instrument.questions[position]!;
		const hides = withheld !== null && question.type === 'text';
		const shown = (given: Given) =>
			hides && given?.text ? withheld : shownAnswer(question, given?.code ?? null, given?.text ?? null);
		const line: ComparedLine = {
			position,
			code: question.code,
			wording: question.wording,
			help: question.help ?? null,
			first: shown(first),
			second: shown(second),
			comments: { first: comments[0].get(position) ?? '', second: comments[1].get(position) ?? '' },
			same: first?.code === second?.code && (first?.text ?? null) === (second?.text ?? null),
			settled: settled && {
				...settled,
				answer: shownAnswer(question, settled.code, null),
				value: answerWords(question, settled.code)
			},
			choices: question.type === 'text' ? [] : choicesOf(question, [first, second])
		};
		return { line, isText: question.type === 'text' };
	});
	const coded = lines.filter(({ isText }) => !isText).map(({ line }) => line);
	return {
		open: coded.filter(({ same, settled }) => !same && settled === null),
		settled: coded.filter(({ settled }) => settled !== null),
		written: lines.filter(({ line, isText }) => isText && !line.same).map(({ line }) => line),
		alike: lines.filter(({ line }) => line.same && line.settled === null).map(({ line }) => line)
	};
}

/** What the two gave, then every other single answer that the question takes. */
function choicesOf(question: Question, given: readonly Given[]): { value: string; label: string }[] {
	const codes = given.flatMap((each) => (each ? [each.code] : []));
	const single = question.type === 'multiple-choice' || question.type === 'date' ? [] : fixedWords(question);
	const values = [
		...codes.map((code) => answerWords(question, code)),
		...(single ?? []),
		...[notApplicable, notRecorded].map((code) => answerWords(question, code))
	];
	return [...new Set(values)].map((value) => ({
		value,
		label:
			question.type === 'date' && /^\d/.test(value) ? shownAnswer(question, dateCode(value), null) : value
	}));
}

const dateCode = (value: string) => Number(value.replaceAll('-', ''));
