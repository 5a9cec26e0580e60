/**
 * Saves a narrative: the summary of a theme or standard, or what is said of a standard overall, of its strengths and
 * of its gaps. It comes in the notation (judgement/narrative-notation.ts) and is kept as a document.
 */
import type { NarrativePart } from '#lib/judgement/judgement.ts';
import type { NarrativeDocument } from '#lib/judgement/narrative-document.ts';
import { writeNotation } from '#lib/judgement/narrative-notation.ts';
import { plainParagraphs } from '#lib/judgement/narrative-text.ts';
import { readNarrative } from '#lib/judgement/read-narrative.ts';
import { textOfParagraphs } from '#lib/judgement/written-text.ts';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { FormProblem } from '../problems.ts';
import { whyClosed } from '../queries/closed.ts';
import { findNarrative, findNarrativeRow, findPart, findTheme } from '../queries/narratives.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { saveOver, type SaveAsked } from './save-over.ts';
import { writeNarrative } from './write-narrative.ts';

export type NarrativeAsked = SaveAsked & {
	review: string;
	/** Code of the theme or standard. */
	element: string;
	/** The summary where left out. */
	part?: NarrativePart;
	/** In the notation. */
	text: string;
};

/**
 * Throws a Problem: not-found for a review, theme or part that is not there or that the actor may not write in;
 * form-invalid when the text is too long or falls into too many parts.
 */
export function saveNarrative(db: Database, by: By, asked: NarrativeAsked): SaveResult {
	const { review, element, part = 'summary' } = asked;
	const document = documentIn(asked.text);
	const paragraphs = document ? plainParagraphs(document) : [];
	const text = document ? writeNotation(document) : '';
	const place = { review, element, part };
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-conclusions', of }, (note) => {
		findTheme(db, review, element);
		findPart(db, review, part);
		const closed = whyClosed(db, review);
		if (closed) return { closed };
		const kept = findNarrative(db, place);
		const before = findNarrativeRow(db, place);
		const write = (version: number) => writeNarrative(db, by, note, { ...place, document, version });
		// A sign of the notation may stand within a number or a name: the words alone are looked through.
		const looked = { now: { text: textOfParagraphs(paragraphs) }, kept: { text: wordsOf(before) } };
		return saveOver(kept, { text }, asked, write, by.at, looked);
	});
}

const wordsOf = (row: { paragraphs: string[] } | undefined) => textOfParagraphs(row?.paragraphs ?? []);

/** The document that a text stands for; null where it says nothing. */
function documentIn(written: string): NarrativeDocument | null {
	const read = readNarrative(written);
	if ('fault' in read) throw new FormProblem({ text: read.fault });
	return read.document;
}
