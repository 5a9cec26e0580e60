/** What is said in a comment or a point of factual accuracy, tidied and checked. Pure. */
import { tidyText } from '#lib/judgement/written-text.ts';
import { FormProblem } from '../problems.ts';

/** Letters. */
export const longestComment = 4000;

/** Throws form-invalid. */
export function checkedComment(written: string): string {
	const text = tidyText(written);
	if (text === '') throw new FormProblem({ text: 'Write what you want to say.' });
	if (text.length > longestComment)
		throw new FormProblem({ text: `Write at most ${longestComment} letters.` });
	return text;
}
