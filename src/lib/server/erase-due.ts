/** Erases the reviews that are due, one transaction each, and then what is left of them in the files. */
import { dirname } from 'node:path';
import type { By } from './commands/append-event.ts';
import { eraseReview } from './commands/erase-review.ts';
import type { Database } from './db/open.ts';
import { overwriteDeleted, sweepTraces } from './db/sweep-traces.ts';
import { removeStaged } from './imports/staged-folder.ts';
import type { Erasable, ReviewDue } from './queries/retention.ts';
import { listStagedOfReview } from './queries/staged-imports.ts';

export type Erased = {
	reviews: { review: string; erases: Erasable }[];
	/** Whether nothing of it is left in the files; false when the log could not be emptied yet. */
	swept: boolean;
};

/** The files are swept even when nothing is due: an earlier sweep may have been cut short. */
export function eraseDue(db: Database, by: By, due: readonly Pick<ReviewDue, 'review'>[]): Erased {
	overwriteDeleted(db);
	const reviews = due.map(({ review }) => {
		const waiting = listStagedOfReview(db, review);
		const erases = eraseReview(db, by, { review });
		for (const staged of waiting) removeStaged(dirname(db.$client.name), staged);
		return { review, erases };
	});
	return { reviews, swept: sweepTraces(db) };
}
