/** Saves a draft of an entry, or one that was returned; nothing that somebody else wrote meanwhile is lost. */
import { eq } from 'drizzle-orm';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { entries } from '../db/schema/community.ts';
import { findEntryRow } from '../queries/entries.ts';
import { keptEntry, whyEntryClosed } from '../queries/entry-texts.ts';
import { findEntryResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedEntry, entryNames, type EntryTexts } from './entry-texts.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

/** Throws a Problem: not-found for what is not there or not the actor's to change; form-invalid, field by field. */
export function saveEntry(
	db: Database,
	by: By,
	asked: SaveAsked & { entry: string; texts: EntryTexts }
): SaveResult {
	const of = () => findEntryResource(db, asked.entry);
	return change(db, by, { action: 'change-entry', of }, (note) => {
		const row = findEntryRow(db, asked.entry);
		const closed = whyEntryClosed(row);
		if (closed) return { closed };
		const { texts, values } = checkedEntry(db, row.kind, asked.texts);
		const kept = keptEntry(db, row);
		const write = (version: number) => {
			db.update(entries)
				.set({ ...values, version, changedBy: authorOf(by.actor), changedAt: by.at })
				.where(eq(entries.id, row.id))
				.run();
			note({
				verb: 'entry-saved',
				organisation: row.organisationId,
				subject: row.id,
				facts: { kind: row.kind, version },
				before: row.title,
				after: values.title
			});
		};
		const looked = { now: entryNames(row.kind, texts), kept: entryNames(row.kind, kept.texts) };
		return saveOver(kept, texts, asked, write, by.at, looked);
	});
}
