/** What the file-reading desk shows of one record: every question of its instrument with the answers there are to it. */
import { plainWord } from '#lib/evidence/plain-word.ts';

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
