/**
 * Takes an entry back. One that is with the editors or published becomes a draft again, read by its writers only; a
 * draft, or one that was returned, is put away, and can be brought back.
 */
import type { Saved } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { findEntryRow } from '../queries/entries.ts';
import { findEntryResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { moveEntry } from './move-entry.ts';

/** One that is put away stays as it is. Throws a Problem not-found for what is not there or not the actor's to change. */
export function withdrawEntry(db: Database, by: By, { entry }: { entry: string }): Saved {
	return change(db, by, { action: 'change-entry', of: () => findEntryResource(db, entry) }, (note) => {
		const row = findEntryRow(db, entry);
		if (row.withdrawnAt !== null) return { saved: { version: row.version, at: row.changedAt } };
		const out = row.state === 'sent' || row.state === 'published';
		const standing = out ? ({ state: 'draft', publishedAt: null } as const) : { withdrawnAt: by.at };
		moveEntry(db, by, row, standing, note, { verb: 'entry-withdrawn' });
		return { saved: { version: row.version + 1, at: by.at } };
	});
}
