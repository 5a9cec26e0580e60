/** What the page where an entry is written needs: what stands there, what can be chosen, its files, why it is closed. */
import type { Database } from '../db/open.ts';
import { findEntryRow } from './entries.ts';
import { loadEntryChoices } from './entry-choices.ts';
import { listEntryFiles } from './entry-page.ts';
import { keptEntry, whyEntryClosed } from './entry-texts.ts';

/** Throws a not-found Problem. */
export function loadEntryEditor(db: Database, id: string) {
	const row = findEntryRow(db, id);
	return {
		id,
		kind: row.kind,
		kept: keptEntry(db, row),
		closed: whyEntryClosed(row),
		editorWords: row.editorWords,
		choices: loadEntryChoices(db),
		files: listEntryFiles(db, id)
	};
}
