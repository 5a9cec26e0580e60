/** Gives records of a source to a file reader of the review: they see these and no others. */
import { and, eq, ne } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { duties, givenRecords } from '../db/schema/memberships.ts';
import { FormProblem } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

export type RecordsAsked = {
	review: string;
	source: string;
	/** Id of the file reader. */
	person: string;
	/** Numbers of the first and the last record, from 1, both included. */
	from: number;
	to: number;
};

/**
 * Returns how many records they have now that they had not before. Throws a Problem: not-found for a review or source
 * that is not there, and a review that is closed or not the actor's to lead; form-invalid.
 */
export function giveRecords(db: Database, by: By, asked: RecordsAsked): number {
	const { review, person, from, to } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'give-records', of }, (note) => {
		const source = findSource(db, review, asked.source);
		checkReader(db, review, person);
		checkNumbers(from, to, source.recordCount);
		let records = 0;
		for (let record = from; record <= to; record += 1)
			records += db
				.insert(givenRecords)
				.values({
					sourceId: source.key,
					record,
					personId: person,
					changedBy: authorOf(by.actor),
					changedAt: by.at
				})
				.onConflictDoNothing()
				.run().changes;
		if (records > 0)
			note({
				verb: 'records-given',
				organisation: of()?.organisation ?? null,
				review,
				subject: person,
				facts: { source: source.id, from, to, records }
			});
		return records;
	});
}

function checkReader(db: Database, review: string, person: string): void {
	const reads = db
		.select({ id: duties.id })
		.from(duties)
		.where(
			and(
				eq(duties.reviewId, review),
				eq(duties.personId, person),
				eq(duties.duty, 'file-reader'),
				ne(duties.standing, 'revoked')
			)
		)
		.get();
	if (!reads) throw new FormProblem({ person: 'Choose a file reader of this review.' });
}

function checkNumbers(from: number, to: number, records: number): void {
	const range = `There are records 1 to ${records}.`;
	const faults: Record<string, string> = {};
	if (records === 0) faults.source = 'This source has no records.';
	else if (!Number.isSafeInteger(from) || from < 1 || from > records) faults.from = range;
	else if (!Number.isSafeInteger(to) || to > records) faults.to = range;
	else if (to < from) faults.to = 'The last number is before the first.';
	if (Object.keys(faults).length > 0) throw new FormProblem(faults);
}
