/** Adds a note to a source: what was said, seen or read on an occasion. */
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { notes } from '../db/schema/voices.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSourceRow, listNoteRows, whySourceClosed } from '../queries/voices.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedNote, type NoteTexts } from './note-texts.ts';
import { saveOver } from './save-over.ts';

export type NewNote = NoteTexts & { review: string; source: string; confirmed?: readonly string[] };

/**
 * `note` is the slug under which it stands now. Throws a Problem: not-found for a source that is not there or where
 * the actor may not write; form-invalid, field by field.
 */
export function addNote(
	db: Database,
	by: By,
	asked: NewNote
): { added: { note: string } } | Exclude<SaveResult, { saved: unknown }> {
	const { review } = asked;
	const written = checkedNote(asked);
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-evidence', of }, (note) => {
		const source = findSourceRow(db, review, asked.source);
		const closed = whySourceClosed(db, source);
		if (closed) return { closed };
		const rows = listNoteRows(db, source.id);
		const slug = freeSlug(rows.map((row) => row.slug));
		const write = (version: number) => {
			db.insert(notes)
				.values({
					...written,
					day: written.day || null,
					sourceId: source.id,
					slug,
					position: (rows.at(-1)?.position ?? -1) + 1,
					version,
					changedBy: authorOf(by.actor),
					changedAt: by.at
				})
				.run();
			// Without the text: observers read the history, and notes are for those who see the records.
			note({
				verb: 'note-saved',
				review,
				subject: `${source.slug}/${slug}`,
				facts: { version, letters: written.text.length }
			});
		};
		const nothing = { texts: {}, version: 0, by: '', at: '' };
		const result = saveOver(nothing, written, { version: 0, confirmed: asked.confirmed }, write, by.at);
		return 'saved' in result ? { added: { note: slug } } : result;
	});
}

/** A number says nothing of whom the note is about. */
function freeSlug(taken: readonly string[]): string {
	let number = taken.length + 1;
	while (taken.includes(`note-${number}`)) number += 1;
	return `note-${number}`;
}
