/** Gives up the version of an instrument that is in the making; what the source asks stays as it is. */
import { eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { instrumentDrafts } from '../db/schema/documents.ts';
import { findDraft } from '../queries/instrument-editor.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSourceRow } from '../queries/source-editor.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/** Where there is none it does nothing. Throws a Problem not-found, also for a review that is closed. */
export function dropInstrumentDraft(
	db: Database,
	by: By,
	{ review, source }: { review: string; source: string }
): void {
	const of = () => findReviewResource(db, review);
	change(db, by, { action: 'arrange-evidence', of }, (note) => {
		const { row } = findSourceRow(db, review, source);
		if (!findDraft(db, row.id)) return;
		db.delete(instrumentDrafts).where(eq(instrumentDrafts.sourceId, row.id)).run();
		note({ verb: 'instrument-draft-dropped', review, subject: source });
	});
}
