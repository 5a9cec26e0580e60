/** Sends an entry to the editors, who look at it before others read it. */
import { entryParts } from '#lib/practice/entry-parts.ts';
import type { Saved } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { Problem, FormProblem } from '../problems.ts';
import { findEntryRow } from '../queries/entries.ts';
import { findEntryResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { moveEntry } from './move-entry.ts';

/**
 * One that is with them already stays as it is. Throws a Problem: not-found for what is not there or not the actor's
 * to change; form-invalid where a part that is needed is empty, or it serves nothing; changed-meanwhile for one that is
 * published or withdrawn.
 */
export function sendEntry(db: Database, by: By, { entry }: { entry: string }): Saved {
	return change(db, by, { action: 'change-entry', of: () => findEntryResource(db, entry) }, (note) => {
		const row = findEntryRow(db, entry);
		if (row.state === 'sent' && row.withdrawnAt === null)
			return { saved: { version: row.version, at: row.changedAt } };
		if (row.state === 'published' || row.withdrawnAt !== null)
			throw new Problem('changed-meanwhile', 'Only a draft can be sent. Look again at how it stands.');
		const empty = entryParts[row.kind].filter(({ name, needed }) => needed && !row.texts[name]);
		const faults = Object.fromEntries(
			empty.map(({ name, label }) => [name, `Write something under “${label}” first.`])
		);
		if (row.elements.length === 0) faults.standards = 'Choose at least one thing that it serves.';
		if (Object.keys(faults).length > 0) throw new FormProblem(faults, 'It cannot be sent yet');
		moveEntry(db, by, row, { state: 'sent' }, note, { verb: 'entry-sent' });
		return { saved: { version: row.version + 1, at: by.at } };
	});
}
