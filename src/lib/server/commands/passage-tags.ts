/** What a passage is tagged with, checked as it comes from a form. Pure but for the elements of the review. */
import { directions, type Direction } from '#lib/evidence/voices.ts';
import { tidyLine } from '#lib/judgement/written-text.ts';
import { codesIn } from '#lib/pages/find-choices.ts';
import type { Database } from '../db/open.ts';
import { FormProblem } from '../problems.ts';
import { listElementChoices, unknownElement } from '../queries/voices.ts';

export type TagsAsked = {
	/** Codes of elements, with spaces or commas between. */
	elements: string;
	/** Empty for neither. */
	direction: string;
	/** Whether the words may be quoted in the report, as they were said. */
	quotation: boolean;
	/** A group, never one person. */
	saidBy: string;
};

export type Tags = {
	elements: string[];
	direction: Direction | null;
	quotation: boolean;
	saidBy: string | null;
};

/** Letters. */
const longestGroup = 100;
const mostElements = 20;

/** Throws form-invalid for a code that the review does not know, too many of them, or a name that is too long. */
export function checkedTags(db: Database, review: string, asked: TagsAsked): Tags {
	const choices = listElementChoices(db, review);
	const codes = codesIn(choices, asked.elements);
	const unknown = codes.find((code) => choices.every((choice) => choice.code !== code));
	const saidBy = tidyLine(asked.saidBy);
	const faults: Record<string, string> = {};
	if (unknown !== undefined) faults.others = unknownElement(unknown);
	else if (codes.length > mostElements) faults.others = `Choose at most ${mostElements} elements.`;
	if (saidBy.length > longestGroup) faults.saidBy = `Write at most ${longestGroup} letters.`;
	if (Object.keys(faults).length > 0) throw new FormProblem(faults);
	return {
		// In the order of the frameworks, so that the same tags are the same text.
		elements: choices.map(({ code }) => code).filter((code) => codes.includes(code)),
		direction: directions.find((each) => each === asked.direction) ?? null,
		quotation: asked.quotation,
		saidBy: saidBy === '' ? null : saidBy
	};
}
