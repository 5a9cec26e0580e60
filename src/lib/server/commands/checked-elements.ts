/** The elements that evidence is tagged with, as they were written in a form. */
import { codesIn } from '#lib/pages/find-choices.ts';
import type { Database } from '../db/open.ts';
import { listElementChoices, unknownElement } from '../queries/voices.ts';

/**
 * Their codes in the order of the frameworks, so that the same elements are the same text, and what is wrong with
 * what was written, or null: a code that the review does not know, or more than `most` of them.
 */
export function checkedElements(
	db: Database,
	review: string,
	written: string,
	most = 40
): { elements: string[]; fault: string | null } {
	const choices = listElementChoices(db, review);
	const codes = codesIn(choices, written);
	const known = choices.map(({ code }) => code);
	const unknown = codes.find((code) => !known.includes(code));
	const tooMany = codes.length > most ? `Name at most ${most} elements.` : null;
	return {
		elements: known.filter((code) => codes.includes(code)),
		fault: unknown === undefined ? tooMany : unknownElement(unknown)
	};
}
