/** Saves a passage: its words, where it is marked by itself or in a note, and what it is tagged with. */
import { and, eq } from 'drizzle-orm';
import { findWords } from '#lib/evidence/passages.ts';
import { tidyText } from '#lib/judgement/written-text.ts';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { passages } from '../db/schema/voices.ts';
import { FormProblem } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import {
	findNoteRow,
	findPassageRow,
	findSourceRow,
	keptPassage,
	whyPartClosed,
	type PassageRow,
	type SourceRow
} from '../queries/voices.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseHiddenAnswer } from './hidden-answer.ts';
import { checkedTags, type TagsAsked } from './passage-tags.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

export type PassageAsked = SaveAsked &
	TagsAsked & {
		review: string;
		source: string;
		passage: string;
		/** Of a passage in a note they must stand in it; of a written answer they stay as they are. */
		words: string;
	};

/** Letters. */
const longest = 5_000;

/**
 * Throws a Problem: not-found for a passage that is not there or that the actor may not change; form-invalid for words
 * that are missing, too long, or do not stand in its note, no element, or an unknown one.
 */
export function savePassage(db: Database, by: By, asked: PassageAsked): SaveResult {
	const { review } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-evidence', of }, (note) => {
		const source = findSourceRow(db, review, asked.source);
		const row = findPassageRow(db, source, asked.passage);
		refuseHiddenAnswer(by, of(), source, row);
		const closed = whyPartClosed(db, source, row, 'passage');
		if (closed) return { closed };
		const tags = checkedTags(db, review, asked);
		if (tags.elements.length === 0)
			throw new FormProblem({ others: 'Choose at least one element that it gives evidence on.' });
		const said = wordsAsked(db, source, row, asked.words);
		const written = {
			words: said.text,
			elements: tags.elements.join(' '),
			direction: tags.direction ?? '',
			quotation: tags.quotation ? 'yes' : '',
			saidBy: tags.saidBy ?? ''
		};
		const write = (version: number) => {
			db.update(passages)
				.set({ ...tags, ...said, version, changedBy: authorOf(by.actor), changedAt: by.at })
				.where(and(eq(passages.sourceId, source.id), eq(passages.slug, row.slug)))
				.run();
			note({
				verb: 'passage-saved',
				review,
				subject: `${source.slug}/${row.slug}`,
				facts: {
					version,
					elements: tags.elements.join(' '),
					direction: tags.direction,
					coded: row.record !== null
				}
			});
		};
		return saveOver(keptPassage(db, row), written, asked, write, by.at);
	});
}

/** The words, and their place where the passage is marked in a note. */
function wordsAsked(
	db: Database,
	source: SourceRow,
	row: PassageRow,
	words: string
): Pick<PassageRow, 'text'> & Partial<Pick<PassageRow, 'starts' | 'ends'>> {
	const text = tidyText(words);
	if (row.record !== null || (text === row.text && row.note !== null)) return { text: row.text };
	if (text === '') throw new FormProblem({ words: 'Write what was said or read.' });
	if (row.note !== null) {
		const noted = findNoteRow(db, source, row.note);
		const place = findWords(noted.text, text, row.starts ?? 0);
		if (!place) throw new FormProblem({ words: 'These words do not stand in the note. Copy them from it.' });
		return { text: noted.text.slice(place.starts, place.ends), ...place };
	}
	if (text.length > longest)
		throw new FormProblem({ words: `Write at most ${longest} letters; these are ${text.length}.` });
	return { text };
}
