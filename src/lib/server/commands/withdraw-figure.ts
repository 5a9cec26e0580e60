/** Withdraws a table of figures: it counts nowhere any more, and it can be brought back. */
import { and, eq } from 'drizzle-orm';
import type { Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { figures } from '../db/schema/voices.ts';
import { findFigureRow } from '../queries/figures.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/** One that is so already stays as it is. Throws a Problem not-found for what is not there or cannot be changed. */
export function withdrawFigure(
	db: Database,
	by: By,
	{ review, source, figure }: { review: string; source: string; figure: string }
): Saved {
	return change(db, by, { action: 'gather-evidence', of: () => findReviewResource(db, review) }, (note) => {
		const row = findFigureRow(db, review, source, figure);
		if (row.withdrawnAt) return { saved: { version: row.version, at: row.changedAt } };
		const version = row.version + 1;
		db.update(figures)
			.set({ withdrawnAt: by.at, version, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(and(eq(figures.sourceId, row.sourceId), eq(figures.slug, figure)))
			.run();
		note({
			verb: 'figure-withdrawn',
			review,
			subject: source,
			facts: { version, figure },
			before: row.title
		});
		return { saved: { version, at: by.at } };
	});
}
