/** Brings a withdrawn source back, as it was. */
import { eq } from 'drizzle-orm';
import type { Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { sources } from '../db/schema/evidence.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSourceRow } from '../queries/source-editor.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * One that is not withdrawn stays as it is. Throws a Problem not-found for what is not there, what the actor may not
 * arrange, and a review that is closed.
 */
export function restoreSource(
	db: Database,
	by: By,
	{ review, source }: { review: string; source: string }
): Saved {
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'arrange-evidence', of }, (note) => {
		const { row } = findSourceRow(db, review, source);
		if (!row.withdrawnAt) return { saved: { version: row.version, at: row.changedAt } };
		const version = row.version + 1;
		db.update(sources)
			.set({ withdrawnAt: null, version, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(eq(sources.id, row.id))
			.run();
		note({ verb: 'source-restored', review, subject: source, facts: { version } });
		return { saved: { version, at: by.at } };
	});
}
