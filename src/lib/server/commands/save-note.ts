/**
 * Saves a note: its title, its day and its text. Its passages go along with their words; one whose words do not stand
 * in the text any more is kept without its place, and shown as such.
 */
import { and, eq } from 'drizzle-orm';
import { placeAfterEdit } from '#lib/evidence/passages.ts';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { notes, passages } from '../db/schema/voices.ts';
import { findReviewResource } from '../queries/resources.ts';
import {
	findNoteRow,
	findSourceRow,
	keptNote,
	listPassageRows,
	whyPartClosed,
	type NoteRow
} from '../queries/voices.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedNote, type NoteTexts } from './note-texts.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

export type NoteAsked = SaveAsked & NoteTexts & { review: string; source: string; note: string };

/**
 * Throws a Problem: not-found for a note that is not there or that the actor may not write; form-invalid, field by
 * field.
 */
export function saveNote(db: Database, by: By, asked: NoteAsked): SaveResult {
	const { review } = asked;
	const written = checkedNote(asked);
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-evidence', of }, (note) => {
		const source = findSourceRow(db, review, asked.source);
		const row = findNoteRow(db, source, asked.note);
		const closed = whyPartClosed(db, source, row, 'note');
		if (closed) return { closed };
		const write = (version: number) => {
			db.update(notes)
				.set({
					...written,
					day: written.day || null,
					version,
					changedBy: authorOf(by.actor),
					changedAt: by.at
				})
				.where(and(eq(notes.sourceId, source.id), eq(notes.slug, row.slug)))
				.run();
			const lost = movePassages(db, row, written.text);
			// Without the text: observers read the history, and notes are for those who see the records.
			note({
				verb: 'note-saved',
				review,
				subject: `${source.slug}/${row.slug}`,
				facts: { version, letters: written.text.length, lost }
			});
		};
		return saveOver(keptNote(db, row), written, asked, write, by.at);
	});
}

/** Places of the passages in the new text; returns how many have lost theirs. Their versions stay: nobody tagged anew. */
function movePassages(db: Database, note: NoteRow, after: string): number {
	if (note.text === after) return 0;
	let lost = 0;
	for (const passage of listPassageRows(db, note.sourceId).filter((each) => each.note === note.slug)) {
		const place = placeAfterEdit(note.text, after, passage);
		if (!place) lost += 1;
		db.update(passages)
			.set(place ? { ...place, text: after.slice(place.starts, place.ends) } : { starts: null, ends: null })
			.where(and(eq(passages.sourceId, passage.sourceId), eq(passages.slug, passage.slug)))
			.run();
	}
	return lost;
}
