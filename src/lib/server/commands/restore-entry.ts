/** Brings an entry back that was put away, as a draft. */
import type { Saved } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { findEntryRow } from '../queries/entries.ts';
import { findEntryResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { moveEntry } from './move-entry.ts';

/** One that is there stays as it is. Throws a Problem not-found for what is not there or not the actor's to change. */
export function restoreEntry(db: Database, by: By, { entry }: { entry: string }): Saved {
	return change(db, by, { action: 'change-entry', of: () => findEntryResource(db, entry) }, (note) => {
		const row = findEntryRow(db, entry);
		if (row.withdrawnAt === null) return { saved: { version: row.version, at: row.changedAt } };
		moveEntry(db, by, row, { state: 'draft', withdrawnAt: null }, note, { verb: 'entry-restored' });
		return { saved: { version: row.version + 1, at: by.at } };
	});
}
