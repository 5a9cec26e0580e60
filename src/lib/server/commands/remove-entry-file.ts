/** Removes a file from a draft of an entry, or from one that was returned; the trail keeps its title and digest. */
import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { entryFiles } from '../db/schema/community.ts';
import { Problem } from '../problems.ts';
import { findEntryRow } from '../queries/entries.ts';
import { whyEntryClosed } from '../queries/entry-texts.ts';
import { findEntryResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';

/** Throws a Problem: not-found; changed-meanwhile where the entry is sent, published or withdrawn. */
export function removeEntryFile(
	db: Database,
	by: By,
	{ entry, file }: { entry: string; file: string }
): void {
	change(db, by, { action: 'change-entry', of: () => findEntryResource(db, entry) }, (note) => {
		const row = findEntryRow(db, entry);
		const closed = whyEntryClosed(row);
		if (closed) throw new Problem('changed-meanwhile', closed);
		const one = and(eq(entryFiles.id, file), eq(entryFiles.entryId, entry));
		const kept = db
			.select({ title: entryFiles.title, digest: entryFiles.digest })
			.from(entryFiles)
			.where(one)
			.get();
		if (!kept) throw notThere();
		db.delete(entryFiles).where(one).run();
		note({
			verb: 'entry-file-removed',
			organisation: row.organisationId,
			subject: entry,
			facts: { digest: kept.digest },
			before: kept.title
		});
	});
}
