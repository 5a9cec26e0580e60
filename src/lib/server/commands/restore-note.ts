/** Brings a withdrawn note back, with its passages. */
import { and, eq } from 'drizzle-orm';
import type { Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { notes } from '../db/schema/voices.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findNoteRow, findSourceRow } from '../queries/voices.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * One that is not withdrawn stays as it is. Throws a Problem not-found for what is not there, what the actor may not change, and
 * a review that is closed.
 */
export function restoreNote(
	db: Database,
	by: By,
	asked: { review: string; source: string; note: string }
): Saved {
	const { review } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'gather-evidence', of }, (note) => {
		const source = findSourceRow(db, review, asked.source);
		const row = findNoteRow(db, source, asked.note);
		if (!row.withdrawnAt) return { saved: { version: row.version, at: row.changedAt } };
		const version = row.version + 1;
		db.update(notes)
			.set({ withdrawnAt: null, version, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(and(eq(notes.sourceId, source.id), eq(notes.slug, row.slug)))
			.run();
		note({ verb: 'note-restored', review, subject: `${source.slug}/${row.slug}`, facts: { version } });
		return { saved: { version, at: by.at } };
	});
}
