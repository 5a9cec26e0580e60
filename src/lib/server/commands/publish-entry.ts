/** Publishes an entry that was sent: members of its world read it and find it from then on. */
import type { Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { Problem } from '../problems.ts';
import { findEntryRow } from '../queries/entries.ts';
import { mayPublish } from '../queries/entry-page.ts';
import { findEntryResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { moveEntry } from './move-entry.ts';

/**
 * `version`: the one that the editor has read. One that is published already stays as it is. Throws a Problem:
 * not-found for what is not there or not the actor's to look at; belongs-elsewhere for an editor who wrote or sent it;
 * changed-meanwhile for one that is not sent, or not as it was read.
 */
export function publishEntry(
	db: Database,
	by: By,
	{ entry, version }: { entry: string; version: number }
): Saved {
	return change(db, by, { action: 'review-entry', of: () => findEntryResource(db, entry) }, (note) => {
		const row = findEntryRow(db, entry);
		if (row.state === 'published' && row.withdrawnAt === null)
			return { saved: { version: row.version, at: row.changedAt } };
		if (row.state !== 'sent' || row.withdrawnAt !== null || row.version !== version)
			throw new Problem('changed-meanwhile', 'It is not as you read it any more. Look at it again.');
		if (!mayPublish(row, authorOf(by.actor)))
			throw new Problem('belongs-elsewhere', 'You wrote or sent this yourself. Another editor publishes it.');
		const standing = { state: 'published', publishedAt: by.at, editorWords: '' } as const;
		moveEntry(db, by, row, standing, note, { verb: 'entry-published' });
		return { saved: { version: row.version + 1, at: by.at } };
	});
}
