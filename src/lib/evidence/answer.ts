/**
 * One answer as it is kept: a small whole number. A choice is the position of its word, several choices are the
 * sum of 2^position, a scale is its own number, a date is YYYYMMDD. Blank is not an answer and has no code.
 */
import type { Question } from './instrument.ts';
import { fixedWords } from './instrument.ts';

export const notApplicable = -1;
export const notRecorded = -2;
/** Text is kept beside the answers; the code only says that there is some. */
export const written = 1;

/** Lower case, one space between words, straight apostrophes, no no-break or zero-width spaces. */
export function plainWord(cell: string): string {
	return cell
		.replace(/[\u200b\ufeff]/g, '')
		.replace(/[\u2018\u2019]/g, "'")
		.replace(/\s+/g, ' ')
		.trim()
		.toLowerCase();
}

export type CodedAnswer = { code: number; text?: string };
export type AnswerFault = { expected: string };

/**
 * Codes one cell. Null is blank; an AnswerFault says what was expected instead.
 * `words` are the answer words of the question where it has no fixed ones.
 */
export function codeAnswer(
	question: Question,
	cell: string,
	words: readonly string[] | null = fixedWords(question)
): CodedAnswer | AnswerFault | null {
	const plain = plainWord(cell);
	if (plain === '') return null;
	if (plain === 'not applicable') return { code: notApplicable };
	if (plain === 'not recorded') return { code: notRecorded };
	if (question.type === 'text') return { code: written, text: cell.trim() };
	if (question.type === 'date') return codeDate(plain);
	if (question.type === 'scale' && !words)
		return /^\d{1,6}$/.test(plain) ? { code: Number(plain) } : { expected: 'a whole number' };
	const plainWords = (words ?? []).map(plainWord);
	const expected = `one of: ${(words ?? []).join(', ')}, not applicable, not recorded, or nothing`;
	if (question.type === 'multiple-choice') {
		const chosen = plain
			.split(';')
			.map((part) => part.trim())
			.filter((part) => part !== '');
		const positions = chosen.map((part) => plainWords.indexOf(part));
		if (positions.length === 0 || positions.includes(-1))
			return { expected: expected.replace('one of', 'one or more, with “;” between, of') };
		return { code: [...new Set(positions)].reduce((sum, position) => sum + 2 ** position, 0) };
	}
	const position = plainWords.indexOf(plain);
	if (position === -1) return { expected };
	return { code: question.type === 'scale' ? Number(plainWords[position]) : position };
}

function codeDate(plain: string): CodedAnswer | AnswerFault {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain);
	const fault = { expected: 'a date as YYYY-MM-DD, such as 2018-06-27' };
	if (!match) return fault;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const date = new Date(Date.UTC(year, month - 1, day));
	const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
	return real ? { code: year * 10000 + month * 100 + day } : fault;
}

/** The words of a coded answer as a person would write them in an answers file. `text` for written answers. */
export function answerWords(
	question: Question,
	code: number,
	text?: string,
	words: readonly string[] | null = fixedWords(question)
): string {
	if (code === notApplicable) return 'not applicable';
	if (code === notRecorded) return 'not recorded';
	if (question.type === 'text') return text ?? '';
	if (question.type === 'date') {
		const digits = String(code);
		return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
	}
	if (question.type === 'scale') return String(code);
	if (question.type === 'multiple-choice')
		return (words ?? []).filter((_, position) => Math.floor(code / 2 ** position) % 2 === 1).join('; ');
	return words?.[code] ?? '';
}

/** Whether a coded answer counts as positive for its question. */
export function isPositive(
	question: Question,
	code: number,
	words: readonly string[] | null = fixedWords(question)
): boolean {
	if (code < 0 || question.type === 'text' || question.type === 'date') return false;
	const positive = question.positive.map(plainWord);
	if (question.type === 'scale') return positive.includes(String(code));
	const plainWords = (words ?? []).map(plainWord);
	if (question.type === 'multiple-choice')
		return plainWords.some(
			(each, position) => Math.floor(code / 2 ** position) % 2 === 1 && positive.includes(each)
		);
	return positive.includes(plainWords[code] ?? '');
}
