/**
 * How questions are answered, and the answer words that belong to each way. Without the schemas of instrument.ts, so
 * that pages take no parser along.
 */

export const questionTypes = [
	'yes-no',
	'yes-partly-no',
	'agreement',
	'single-choice',
	'multiple-choice',
	'scale',
	'date',
	'text'
] as const;
export type QuestionType = (typeof questionTypes)[number];

const wordsOfType: Partial<Record<QuestionType, readonly string[]>> = {
	'yes-no': ['yes', 'no'],
	'yes-partly-no': ['yes', 'partly', 'no'],
	agreement: [
		'strongly agree',
		'agree',
		'neither agree nor disagree',
		'disagree',
		'strongly disagree',
		"don't know"
	]
};

/**
 * The answer words of a question in their order, the best answer first, or null when it has none of its own
 * (dates, text, choices whose words are found in the file).
 */
export function fixedWords(question: {
	type: QuestionType;
	options?: readonly string[] | undefined;
	scale?: { from: number; to: number } | undefined;
}): readonly string[] | null {
	const words = wordsOfType[question.type];
	if (words) return words;
	if (question.type === 'single-choice' || question.type === 'multiple-choice')
		return question.options ?? null;
	if (question.type === 'scale' && question.scale) {
		const { from, to } = question.scale;
		return Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
	}
	return null;
}
