/** Takes a duty in a review back, and with a file reader's the records that were given to them. */
import { and, eq, inArray } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { sources } from '../db/schema/evidence.ts';
import { duties, givenRecords } from '../db/schema/memberships.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere, type NoteEvent } from './change.ts';
import { answeredAlready } from './confirm-membership.ts';

/** `duty`: its id in this review. Throws a Problem: not-found; answered-already when it was taken back before. */
export function revokeDuty(db: Database, by: By, { review, duty }: { review: string; duty: string }): void {
	change(db, by, { action: 'choose-team', of: () => findReviewResource(db, review) }, (note) => {
		const kept = db
			.select()
			.from(duties)
			.where(and(eq(duties.id, duty), eq(duties.reviewId, review)))
			.get();
		if (!kept) throw notThere();
		if (kept.standing === 'revoked') throw answeredAlready();
		takeDuty(db, by, duty, note);
	});
}

/** The taking back itself, for changes that end more than one duty. */
export function takeDuty(db: Database, by: By, duty: string, note: NoteEvent): void {
	const kept = db.select().from(duties).where(eq(duties.id, duty)).get();
	if (!kept) return;
	const { reviewId: review, personId: person } = kept;
	const organisation = findReviewResource(db, review)?.organisation ?? null;
	db.update(duties)
		.set({
			standing: 'revoked',
			version: kept.version + 1,
			changedBy: authorOf(by.actor),
			changedAt: by.at
		})
		.where(eq(duties.id, duty))
		.run();
	note({ verb: 'duty-revoked', organisation, review, subject: person, facts: { duty: kept.duty } });
	if (kept.duty !== 'file-reader') return;
	const own = db.select({ id: sources.id }).from(sources).where(eq(sources.reviewId, review)).all();
	const ids = own.map(({ id }) => id);
	const { changes: records } = db
		.delete(givenRecords)
		.where(and(eq(givenRecords.personId, person), inArray(givenRecords.sourceId, ids)))
		.run();
	if (records > 0)
		note({ verb: 'records-taken-back', organisation, review, subject: person, facts: { records } });
}
