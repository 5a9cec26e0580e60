/** The elements that evidence is tagged with, as they were written in a form. */
import { codesIn } from '#lib/pages/find-choices.ts';
import type { Database } from '../db/open.ts';
import { listElementChoices, unknownElement } from '../queries/voices.ts';

const most = 40;

/** Their codes in the order of the frameworks, and what is wrong with what was written, or null. */
export function checkedElements(
	db: Database,
	review: string,
	written: string
): { elements: string[]; fault: string | null } {
	const choices = listElementChoices(db, review);
	const codes = codesIn(choices, written);
	const known = choices.map(({ code }) => code);
	const unknown = codes.find((code) => !known.includes(code));
	const fault =
		unknown !== undefined
			? unknownElement(unknown)
			: codes.length > most
				? `Name at most ${most} elements.`
				: null;
	return { elements: known.filter((code) => codes.includes(code)), fault };
}
