/**
 * Editing an instrument in the making. Each verb gives a new draft and leaves the one it was given, and whatever the
 * draft was made from, as it is. A key that is not in the draft changes nothing.
 */
import type { DraftHeading, DraftQuestion, InstrumentDraft, Stamp } from './instrument-draft.ts';
import type { Question } from './instrument.ts';
import { plainWord } from './plain-word.ts';

/** An empty question at the end, in the group of the one before it, under a code that is free; with its key. */
export function addQuestion(draft: InstrumentDraft, stamp: Stamp): { draft: InstrumentDraft; key: string } {
	const key = `q${draft.keys + 1}`;
	const { group } = draft.questions.at(-1)?.asked ?? {};
	const asked: Question = {
		code: freeCode(draft),
		wording: '',
		type: 'yes-no',
		positive: ['yes'],
		elements: [],
		asksAboutRecording: false,
		...(group === undefined ? {} : { group })
	};
	const question: DraftQuestion = { key, version: 1, removed: false, asked, ...stamp };
	return { draft: { ...draft, questions: [...draft.questions, question], keys: draft.keys + 1 }, key };
}

function freeCode({ questions, keys }: InstrumentDraft): string {
	const taken = new Set(questions.map(({ asked }) => plainWord(asked.code)));
	let number = keys + 1;
	while (taken.has(`q${number}`)) number += 1;
	return `Q${number}`;
}

/** What a question asks and how it is answered; what it gives evidence on stays as it is. */
export function writeQuestion(
	draft: InstrumentDraft,
	key: string,
	asked: Omit<Question, 'elements'>,
	stamp: Stamp
): InstrumentDraft {
	return changed(draft, key, (question) => ({
		...question,
		...stamp,
		version: question.version + 1,
		asked: { ...asked, elements: question.asked.elements }
	}));
}

/**
 * What a question gives evidence on. Only what was ticked or unticked since `before` is changed, so that two people
 * who choose at the same time undo nothing of one another's.
 */
export function mapQuestion(
	draft: InstrumentDraft,
	key: string,
	{ before, chosen }: { before: readonly string[]; chosen: readonly string[] }
): InstrumentDraft {
	return changed(draft, key, (question) => {
		const kept = question.asked.elements.filter((code) => !before.includes(code) || chosen.includes(code));
		const added = chosen.filter((code) => !before.includes(code) && !kept.includes(code));
		return { ...question, asked: { ...question.asked, elements: [...kept, ...new Set(added)] } };
	});
}

export const removeQuestion = (draft: InstrumentDraft, key: string): InstrumentDraft =>
	changed(draft, key, (question) => ({ ...question, removed: true }));

export const putBackQuestion = (draft: InstrumentDraft, key: string): InstrumentDraft =>
	changed(draft, key, (question) => ({ ...question, removed: false }));

/** Moves a question behind another one, or with null to the beginning. */
export function moveQuestion(draft: InstrumentDraft, key: string, after: string | null): InstrumentDraft {
	const moved = draft.questions.find((question) => question.key === key);
	if (!moved || after === key) return draft;
	const others = draft.questions.filter((question) => question !== moved);
	const place = after === null ? 0 : others.findIndex((question) => question.key === after) + 1;
	if (after !== null && place === 0) return draft;
	return { ...draft, questions: others.toSpliced(place, 0, moved) };
}

/** One place up or down among the questions that are asked; at the end of them it stays. */
export function stepQuestion(draft: InstrumentDraft, key: string, way: 'up' | 'down'): InstrumentDraft {
	const keys = draft.questions.filter(({ removed }) => !removed).map((question) => question.key);
	const at = keys.indexOf(key);
	if (at < 0 || (way === 'up' && at === 0) || (way === 'down' && at === keys.length - 1)) return draft;
	return moveQuestion(draft, key, way === 'down' ? keys[at + 1]! : (keys[at - 2] ?? null));
}

export function writeHeading(
	draft: InstrumentDraft,
	heading: Pick<DraftHeading, 'title' | 'about' | 'unit'>,
	stamp: Stamp
): InstrumentDraft {
	return { ...draft, heading: { ...heading, ...stamp, version: draft.heading.version + 1 } };
}

function changed(
	draft: InstrumentDraft,
	key: string,
	write: (question: DraftQuestion) => DraftQuestion
): InstrumentDraft {
	const questions = draft.questions.map((question) => (question.key === key ? write(question) : question));
	return { ...draft, questions };
}
