/** Confirms that what was carried over from last year on a component still holds. */
import type { Saved } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { findComponent, findReadiness, findReadinessRow } from '../queries/readiness.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { writeReadiness } from './write-readiness.ts';

/** One that was confirmed already stays as it is. Throws a Problem not-found for what is not there or cannot be written. */
export function confirmReadiness(
	db: Database,
	by: By,
	{ review, element }: { review: string; element: string }
): Saved {
	return change(db, by, { action: 'write-conclusions', of: () => findReviewResource(db, review) }, (note) => {
		findComponent(db, review, element);
		const row = findReadinessRow(db, review, element);
		const before = findReadiness(db, review, element);
		if (!row || !before.toConfirm)
			return { saved: { version: row?.version ?? 0, at: row?.changedAt ?? by.at } };
		const version = row.version + 1;
		const after = { ...before, toConfirm: false };
		writeReadiness(db, by, note, { review, before, after, version }, 'readiness-confirmed');
		return { saved: { version, at: by.at } };
	});
}
