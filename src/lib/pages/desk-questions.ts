/** Works out what the desk shows of the questions of an instrument. For the server: the browser gets the result. */
import { answerWords } from '#lib/evidence/answer.ts';
import { fixedWords, type Instrument, type Question } from '#lib/evidence/instrument.ts';
import type { DeskAnswer, DeskPage, DeskQuestion } from './desk-page.ts';

/** A coded answer in the words in which the desk sends it; empty for a blank one. */
export function deskValue(
	question: Question,
	given: { code: number; text: string | null } | undefined
): string {
	return given ? answerWords(question, given.code, given.text ?? undefined) : '';
}

/** `answers`, `comments`: by place in the instrument, from 0. */
export function deriveDeskGroups(
	instrument: Instrument,
	answers: ReadonlyMap<number, { code: number; text: string | null }>,
	comments: ReadonlyMap<number, string>
): DeskPage['groups'] {
	const questions = instrument.questions.map((question, position) => ({
		heading: question.group ?? 'Questions',
		question: toDesk(question, position, deskValue(question, answers.get(position)), comments.get(position))
	}));
	return [...Map.groupBy(questions, ({ heading }) => heading)].map(([heading, inGroup], index) => ({
		id: `group-${index + 1}`,
		heading,
		questions: inGroup.map(({ question }) => question)
	}));
}

function toDesk(question: Question, position: number, value: string, comment = ''): DeskQuestion {
	const { code, wording, help, type } = question;
	const several = type === 'multiple-choice';
	return {
		position,
		code,
		wording,
		help: help ?? null,
		kind: type === 'date' || type === 'text' ? type : several ? 'several' : 'one',
		answers: answersOf(question),
		value,
		comment
	};
}

/** On a scale the key is the number itself; elsewhere the first answer has the key 1, and the tenth 0. */
function answersOf(question: Question): DeskAnswer[] {
	const words = fixedWords(question) ?? [];
	const { scale, type } = question;
	const digits = type === 'scale' && scale !== undefined && scale.to <= 9;
	return words.map((value, index) => ({
		value,
		label: labelOf(question, value),
		key: digits ? value : index < 9 ? String(index + 1) : index === 9 ? '0' : null
	}));
}

function labelOf({ scale, type }: Question, value: string): string {
	if (type !== 'scale' || !scale) return value.charAt(0).toUpperCase() + value.slice(1);
	const end =
		Number(value) === scale.from ? scale.fromLabel : Number(value) === scale.to ? scale.toLabel : undefined;
	return end === undefined ? value : `${value} ${end}`;
}
