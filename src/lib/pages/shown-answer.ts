/** A coded answer as a person reads it on a page. */
import { answerWords, notApplicable, notRecorded } from '#lib/evidence/answer.ts';
import type { Question } from '#lib/evidence/instrument.ts';
import { longDate } from '#lib/reports/dates.ts';

export const leftBlank = 'left blank';

/** The words of an answer, a date written out; `code` is null for a blank one. `text` is what was written. */
export function shownAnswer(question: Question, code: number | null, text: string | null): string {
	if (code === null) return leftBlank;
	const words = answerWords(question, code, text ?? undefined);
	return question.type === 'date' && code !== notApplicable && code !== notRecorded ? longDate(words) : words;
}
