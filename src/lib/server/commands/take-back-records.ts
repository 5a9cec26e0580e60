/** Takes the records of a source back from a file reader. */
import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { givenRecords } from '../db/schema/memberships.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * Returns how many they had. Throws a Problem not-found for a review or source that is not there, and a review that
 * is closed or not the actor's to lead.
 */
export function takeBackRecords(
	db: Database,
	by: By,
	{ review, source, person }: { review: string; source: string; person: string }
): number {
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'give-records', of }, (note) => {
		const { key } = findSource(db, review, source);
		const { changes: records } = db
			.delete(givenRecords)
			.where(and(eq(givenRecords.sourceId, key), eq(givenRecords.personId, person)))
			.run();
		if (records > 0)
			note({
				verb: 'records-taken-back',
				organisation: of()?.organisation ?? null,
				review,
				subject: person,
				facts: { source, records }
			});
		return records;
	});
}
