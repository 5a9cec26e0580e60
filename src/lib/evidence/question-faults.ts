/** What would make the answers to a question impossible to give, to tell apart or to count. */
import { plainWord } from './plain-word.ts';

type Answerable = {
	type: string;
	positive: readonly string[];
	options?: readonly string[] | undefined;
	scale?: { from: number; to: number } | undefined;
};

/** `message` completes "questions[3].options: …". */
export type QuestionFault = { field: 'positive' | 'options' | 'scale'; message: string };

/** The faults of one question in its list of options, its scale and its positive answers; `words` are its answer words. */
export function questionFaults(question: Answerable, words: readonly string[] | null): QuestionFault[] {
	return [...optionFaults(question), ...positiveFaults(question, words)];
}

function optionFaults({ type, options, scale }: Answerable): QuestionFault[] {
	const faults: QuestionFault[] = [];
	const isChoice = type === 'single-choice' || type === 'multiple-choice';
	if (options && !isChoice)
		faults.push({ field: 'options', message: `only a choice has options; this is “${type}”` });
	if (scale && type !== 'scale')
		faults.push({ field: 'scale', message: `only a scale has ends; this is “${type}”` });
	const seen = new Set<string>();
	for (const option of options ?? []) {
		const plain = plainWord(option);
		const fault = (message: string) => faults.push({ field: 'options', message: `“${option}” ${message}` });
		if (seen.has(plain)) fault('stands there twice');
		seen.add(plain);
		if (isReserved(plain)) fault('can be answered to every question; leave it out');
		if (type === 'multiple-choice' && option.includes(';'))
			fault('holds a “;”, which stands between the answers in a cell');
	}
	return faults;
}

function positiveFaults({ type, positive, scale }: Answerable, words: readonly string[] | null) {
	const faults: QuestionFault[] = [];
	const fault = (message: string) => faults.push({ field: 'positive', message });
	if (positive.length > 0 && (type === 'date' || type === 'text'))
		fault(`a ${type} is neither positive nor negative; leave the list empty`);
	const known = words && new Set(words.map(plainWord));
	const allowed = scale ? `${scale.from} to ${scale.to}` : words?.join(', ');
	for (const word of positive) {
		if (known && !known.has(plainWord(word))) fault(`“${word}” is not one of its answers: ${allowed}`);
		else if (isReserved(plainWord(word))) fault(`“${word}” cannot count as positive`);
		else if (type === 'scale' && !known && !/^\d{1,6}$/.test(word)) fault(`“${word}” is not a whole number`);
	}
	return faults;
}

function isReserved(plain: string): boolean {
	return plain === 'not applicable' || plain === 'not recorded';
}
