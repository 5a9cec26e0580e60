/** What a passage is tagged with, checked as it comes from a form. Pure but for the elements of the review. */
import { directions, type Direction } from '#lib/evidence/voices.ts';
import { tidyLine } from '#lib/judgement/written-text.ts';
import type { Database } from '../db/open.ts';
import { refuseFaults } from '../problems.ts';
import { checkedElements } from './checked-elements.ts';

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
	const { elements, fault } = checkedElements(db, review, asked.elements, mostElements);
	const saidBy = tidyLine(asked.saidBy);
	refuseFaults({
		others: fault,
		saidBy: saidBy.length > longestGroup ? `Write at most ${longestGroup} letters.` : null
	});
	return {
		elements,
		direction: directions.find((each) => each === asked.direction) ?? null,
		quotation: asked.quotation,
		saidBy: saidBy === '' ? null : saidBy
	};
}
