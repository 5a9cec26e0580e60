/** Takes a section of a review back from somebody. */
import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { assignments } from '../db/schema/staging.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * One that is not there any more stays so. Throws a Problem not-found for a review that is not there, is closed or is
 * not the actor's to lead.
 */
export function endAssignment(
	db: Database,
	by: By,
	{ review, assignment }: { review: string; assignment: string }
): void {
	change(db, by, { action: 'assign-sections', of: () => findReviewResource(db, review) }, (note) => {
		const here = and(eq(assignments.id, assignment), eq(assignments.reviewId, review));
		const row = db.select().from(assignments).where(here).get();
		if (!row) return;
		db.delete(assignments).where(here).run();
		note({ verb: 'assignment-ended', review, subject: row.section, facts: { from: row.personId } });
	});
}
