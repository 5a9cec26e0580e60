/** Writes how an entry stands now, for the commands that send, return, publish, withdraw and restore it. */
import { eq } from 'drizzle-orm';
import { searchedText } from '#lib/practice/searched-text.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { entries } from '../db/schema/community.ts';
import type { Verb } from '../trail/verbs.ts';
import type { EntryRow } from '../queries/entries.ts';
import type { By } from './append-event.ts';
import type { NoteEvent } from './change.ts';
import { keepSearch } from './keep-search.ts';

type Standing = Partial<Pick<EntryRow, 'state' | 'editorWords' | 'publishedAt' | 'withdrawnAt'>>;

/** `told`: the verb, and the words that go with it. What is published can be searched for, and nothing else. */
export function moveEntry(
	db: Database,
	by: By,
	row: EntryRow,
	standing: Standing,
	note: NoteEvent,
	told: { verb: Verb; reason?: string }
): void {
	const version = row.version + 1;
	const after = { ...row, ...standing };
	db.update(entries)
		.set({ ...standing, version, changedBy: authorOf(by.actor), changedAt: by.at })
		.where(eq(entries.id, row.id))
		.run();
	const open = after.state === 'published' && after.withdrawnAt === null;
	keepSearch(db, `entry:${row.id}`, open ? searchedText(after) : null);
	note({
		...told,
		organisation: row.organisationId,
		subject: row.id,
		facts: { kind: row.kind, version },
		after: row.title
	});
}
