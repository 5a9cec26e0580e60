/** Puts words in the place of a phrase of a narrative, or ties it to a measure: a save of its text like any other. */
import type { NarrativePart } from '#lib/judgement/judgement.ts';
import { writeNotation } from '#lib/judgement/narrative-notation.ts';
import type { NarrativeDocument } from '#lib/judgement/narrative-document.ts';
import { withTie, withWords, wordsOf } from '#lib/judgement/narrative-words.ts';
import { placeOfPhrase } from '#lib/judgement/phrase-ties.ts';
import type { Saved } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { FormProblem } from '../problems.ts';
import { listMeasuresToCheck } from '../queries/measures-to-check.ts';
import { findNarrativeRow, storedDocument } from '../queries/narratives.ts';
import type { By } from './append-event.ts';
import { saveNarrative } from './save-narrative.ts';
import { savedOrRefused } from './saved-or-refused.ts';
import type { SaveAsked } from './save-over.ts';

export type PhraseChange = SaveAsked & {
	review: string;
	element: string;
	part: NarrativePart;
	/** The phrase, and which occurrence of it in the words of the narrative, from 0. */
	phrase: string;
	nth: number;
	/** Words to put in its place; empty to tie it to `measure` instead (its id in the quantity check). */
	words: string;
	measure: string;
};

/** Throws a Problem as saveNarrative and savedOrRefused; form-invalid for a phrase or measure that is not there. */
export function changePhrase(db: Database, by: By, asked: PhraseChange): Saved {
	const row = findNarrativeRow(db, asked);
	const document = row && storedDocument(row);
	// Of what somebody else saved meanwhile nothing is changed: the save says so.
	const same = document && row.version === asked.version;
	const text = same ? writeNotation(changedDocument(db, document, asked)) : `${asked.version}`;
	return savedOrRefused(saveNarrative(db, by, { ...asked, text }));
}

function changedDocument(
	db: Database,
	document: NarrativeDocument,
	{ review, words, measure, ...phrase }: PhraseChange
): NarrativeDocument {
	const start = placeOfPhrase(wordsOf(document), phrase);
	const end = start + phrase.phrase.length;
	if (start < 0) throw new FormProblem({ tie: 'Choose a phrase of the text.' });
	if (words !== '') return withWords(document, start, end, words);
	const found = listMeasuresToCheck(db, review).find(({ id }) => id === measure);
	if (!found) throw new FormProblem({ tie: 'Choose a measure.' });
	const { source, question, positive, base } = found;
	return withTie(document, start, end, { source, question, said: { positive, base } });
}
