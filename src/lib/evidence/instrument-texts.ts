/** A question as it is written in a form: a text for each field, lists with one entry a line, and back. `column` is its code. */
import type { Question } from './instrument.ts';
import { questionTypes, type QuestionType } from './question-types.ts';

export const questionFields = [
	'wording',
	'type',
	'options',
	'scaleFrom',
	'scaleFromLabel',
	'scaleTo',
	'scaleToLabel',
	'positive',
	'recording',
	'group',
	'column',
	'label',
	'message',
	'help'
] as const;
export type QuestionField = (typeof questionFields)[number];
export type QuestionTexts = Record<QuestionField, string>;

export const typeNames: Record<QuestionType, string> = {
	'yes-no': 'Yes or no',
	'yes-partly-no': 'Yes, partly or no',
	agreement: 'Agreement, in five steps and don’t know',
	'single-choice': 'A choice of one',
	'multiple-choice': 'A choice of several',
	scale: 'A scale of numbers',
	date: 'A date',
	text: 'Written words'
};

/** Letters; of an option or positive answer, each line. */
const longest: Record<QuestionField, number> = {
	wording: 1000,
	type: 20,
	options: 200,
	scaleFrom: 3,
	scaleTo: 3,
	scaleFromLabel: 60,
	scaleToLabel: 60,
	positive: 200,
	recording: 3,
	group: 100,
	column: 40,
	label: 100,
	message: 200,
	help: 2000
};

export function textsOfQuestion(question: Question): QuestionTexts {
	const { scale } = question;
	return {
		wording: question.wording,
		type: question.type,
		options: (question.options ?? []).join('\n'),
		scaleFrom: scale ? String(scale.from) : '',
		scaleFromLabel: scale?.fromLabel ?? '',
		scaleTo: scale ? String(scale.to) : '',
		scaleToLabel: scale?.toLabel ?? '',
		positive: question.positive.join('\n'),
		recording: question.asksAboutRecording ? 'yes' : 'no',
		group: question.group ?? '',
		column: question.code,
		label: question.label ?? '',
		message: question.message ?? '',
		help: question.help ?? ''
	};
}

/**
 * The question that the texts say, without what it gives evidence on; or what is wrong by field. What its type has no
 * use for (options of a date) is left out. A question may still have faults: a draft is not finished.
 */
export function questionOfTexts(
	texts: QuestionTexts
): { asked: Omit<Question, 'elements'> } | { faults: Partial<Record<QuestionField, string>> } {
	const faults = lengthFaults(texts);
	const type = questionTypes.find((each) => each === texts.type);
	if (!type) faults.type = 'Choose how it is answered.';
	const numbers = type === 'scale' ? scaleNumbers(texts, faults) : null;
	if (!type || Object.keys(faults).length > 0) return { faults };
	const choice = type === 'single-choice' || type === 'multiple-choice';
	const options = linesOf(texts.options);
	const counted = type !== 'date' && type !== 'text';
	const { scaleFromLabel: fromLabel, scaleToLabel: toLabel } = texts;
	return {
		asked: {
			code: texts.column,
			wording: texts.wording,
			type,
			positive: counted ? linesOf(texts.positive) : [],
			asksAboutRecording: texts.recording === 'yes',
			...(choice && options.length > 0 ? { options } : {}),
			...(numbers && {
				scale: { ...numbers, ...(fromLabel && { fromLabel }), ...(toLabel && { toLabel }) }
			}),
			...(texts.group && { group: texts.group }),
			...(texts.label && { label: texts.label }),
			...(texts.message && { message: texts.message }),
			...(texts.help && { help: texts.help })
		}
	};
}

function lengthFaults(texts: QuestionTexts): Partial<Record<QuestionField, string>> {
	const faults: Partial<Record<QuestionField, string>> = {};
	for (const field of questionFields) {
		const lists = field === 'options' || field === 'positive';
		const parts = lists ? linesOf(texts[field]) : [texts[field]];
		const most = longest[field];
		if (parts.some((part) => part.length > most))
			faults[field] = `Write at most ${most} letters${lists ? ' in a line' : ''}.`;
		else if (parts.length > 100) faults[field] = 'Write at most 100 lines.';
	}
	return faults;
}

/** Both ends, or null while neither is written. */
function scaleNumbers(
	{ scaleFrom, scaleTo }: QuestionTexts,
	faults: Partial<Record<QuestionField, string>>
): { from: number; to: number } | null {
	if (scaleFrom === '' && scaleTo === '') return null;
	const isNumber = (text: string) => /^\d{1,3}$/.test(text) && Number(text) <= 100;
	if (!isNumber(scaleFrom)) faults.scaleFrom = 'Write a whole number from 0 to 100.';
	if (!isNumber(scaleTo)) faults.scaleTo = 'Write a whole number from 0 to 100.';
	else if (isNumber(scaleFrom) && Number(scaleFrom) >= Number(scaleTo))
		faults.scaleTo = 'It must be higher than the lowest.';
	return { from: Number(scaleFrom), to: Number(scaleTo) };
}

/** Each line that holds anything. */
function linesOf(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}
