/** Confirms that a source of last year still holds. One that does not is withdrawn instead. */
import { eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { sources } from '../db/schema/evidence.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSourceRow } from '../queries/source-editor.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * One that is confirmed already stays so. Throws a Problem not-found for a source that is not there, or where the
 * actor may not arrange evidence.
 */
export function confirmSource(
	db: Database,
	by: By,
	{ review, source }: { review: string; source: string }
): void {
	change(db, by, { action: 'arrange-evidence', of: () => findReviewResource(db, review) }, (note) => {
		const { row } = findSourceRow(db, review, source);
		if (!row.toConfirm || row.withdrawnAt) return;
		const authorship = { version: row.version + 1, changedBy: authorOf(by.actor), changedAt: by.at };
		db.update(sources)
			.set({ toConfirm: false, ...authorship })
			.where(eq(sources.id, row.id))
			.run();
		note({ verb: 'source-confirmed', review, subject: row.slug });
	});
}
