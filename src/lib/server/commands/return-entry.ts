/** Returns an entry to its writers with words that say what to mend; one that was published is read by nobody then. */
import { tidyText } from '#lib/judgement/written-text.ts';
import type { Saved } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { FormProblem, Problem } from '../problems.ts';
import { findEntryRow } from '../queries/entries.ts';
import { findEntryResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { moveEntry } from './move-entry.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

/** Letters. */
const longest = 2_000;

type Asked = { entry: string; words: string; confirmed?: readonly string[] };

/**
 * Throws a Problem: not-found for what is not there or not the actor's to look at; form-invalid without words, or for
 * words that may name somebody; changed-meanwhile for one that is neither sent nor published.
 */
export function returnEntry(db: Database, by: By, { entry, words, confirmed }: Asked): Saved {
	const written = tidyText(words);
	return change(db, by, { action: 'review-entry', of: () => findEntryResource(db, entry) }, (note) => {
		const row = findEntryRow(db, entry);
		if ((row.state !== 'sent' && row.state !== 'published') || row.withdrawnAt !== null)
			throw new Problem('changed-meanwhile', 'It is with its writers already.');
		if (written === '') throw new FormProblem({ words: 'Write what they are to mend.' });
		if (written.length > longest) throw new FormProblem({ words: `Write at most ${longest} letters.` });
		refuseIdentifiers({ words: written }, confirmed);
		const standing = { state: 'returned', editorWords: written, publishedAt: null } as const;
		moveEntry(db, by, row, standing, note, { verb: 'entry-returned', reason: written });
		return { saved: { version: row.version + 1, at: by.at } };
	});
}
