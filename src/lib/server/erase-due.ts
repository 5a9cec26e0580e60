/** Erases the reviews that are due, one transaction each, and then what is left of them in the files. */
import type { By } from './commands/append-event.ts';
import { eraseReview } from './commands/erase-review.ts';
import type { Database } from './db/open.ts';
import { overwriteDeleted, sweepTraces } from './db/sweep-traces.ts';
import type { Erasable, ReviewDue } from './queries/retention.ts';

export type Erased = {
	reviews: { review: string; erases: Erasable }[];
	/** Whether nothing of it is left in the files; false when the log could not be emptied yet. */
	swept: boolean;
};

/** The files are swept even when nothing is due: an earlier sweep may have been cut short. */
export function eraseDue(db: Database, by: By, due: readonly Pick<ReviewDue, 'review'>[]): Erased {
	overwriteDeleted(db);
	const reviews = due.map(({ review }) => ({ review, erases: eraseReview(db, by, { review }) }));
	return { reviews, swept: sweepTraces(db) };
}
