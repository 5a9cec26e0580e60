/** What the file-reading desk shows of one record: every question of its instrument with the answers there are to it. */
import { answerWords, plainWord } from '#lib/evidence/answer.ts';
import { fixedWords, type Instrument, type Question } from '#lib/evidence/instrument.ts';

/** How a question is answered: one of a few answers, several of them, a date, or in one's own words. */
export type DeskKind = 'one' | 'several' | 'date' | 'text';

/** `value`: the word as it is sent and kept; `key`: the digit that gives it, null after the tenth. */
export type DeskAnswer = { value: string; label: string; key: string | null };

export type DeskQuestion = {
	/** Place in the instrument, from 0: names the question in the fields of the form. */
	position: number;
	code: string;
	wording: string;
	help: string | null;
	kind: DeskKind;
	/** None for dates and text. Not applicable and not recorded can be answered to every question besides. */
	answers: DeskAnswer[];
	/** The words of what is answered now, as in an answers file; empty while it is blank. */
	value: string;
	comment: string;
};

export type DeskState = 'not-started' | 'in-progress' | 'completed';

export type DeskPage = {
	source: { id: string; title: string; unit: { one: string; many: string } };
	reference: string;
	strata: { column: string; value: string }[];
	/** 1: the first reading, which counts; 2: a second one that sees nothing of the first. */
	reading: number;
	state: DeskState;
	/** ISO 8601; null while it is not complete, and for answers that were brought in as a whole. */
	completedAt: string | null;
	/** Name of whoever answers it already; null where it is this reader, or nobody yet. Then there are no questions here. */
	heldBy: string | null;
	/** Why it does not change any more, in a sentence; null while it does. */
	settled: string | null;
	groups: { id: string; heading: string; questions: DeskQuestion[] }[];
	questions: number;
	comment: string;
	/** Among the records that this reader was given. */
	place: { number: number; of: number };
	previous: string | null;
	next: string | null;
};

export const cannotSay = [
	{ value: 'not applicable', label: 'Not applicable', key: 'N' },
	{ value: 'not recorded', label: 'Not recorded', key: 'R' }
] as const;

export const isCannotSay = (value: string): boolean => cannotSay.some((each) => each.value === value);

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

/** The answers chosen in a value, such as “family; advocate”. */
export function chosenIn(question: Pick<DeskQuestion, 'kind' | 'answers'>, value: string): string[] {
	if (value === '' || isCannotSay(value)) return value === '' ? [] : [value];
	if (question.kind === 'several') {
		const chosen = new Set(value.split(';').map(plainWord));
		return question.answers
			.filter((answer) => chosen.has(plainWord(answer.value)))
			.map((answer) => answer.value);
	}
	if (question.kind === 'one')
		return question.answers
			.filter((answer) => plainWord(answer.value) === plainWord(value))
			.map((answer) => answer.value);
	return [];
}
