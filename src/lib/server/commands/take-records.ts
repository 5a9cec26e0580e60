/** Lets whoever leads a review take records to read themselves: the next that nobody has, and the duty that it needs. */
import { and, eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { duties, givenRecords } from '../db/schema/memberships.ts';
import { FormProblem } from '../problems.ts';
import { listUnread } from '../queries/given-records.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { putDuty } from './put-membership.ts';

/** Returns their numbers, at most `most`. Throws a Problem: not-found; form-invalid when none is left. */
export function takeRecords(
	db: Database,
	by: By,
	asked: { review: string; source: string; most: number }
): number[] {
	const { review } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'give-records', of }, (note) => {
		const source = findSource(db, review, asked.source);
		const person = authorOf(by.actor);
		const organisation = of()?.organisation ?? null;
		const taken = source.instrument === null ? [] : listUnread(db, source.key).slice(0, asked.most);
		if (by.actor.kind !== 'person' || taken.length === 0)
			throw new FormProblem({ source: 'None is left that nobody has.' });
		const duty = 'file-reader';
		const held = db
			.select({ standing: duties.standing })
			.from(duties)
			.where(and(eq(duties.personId, person), eq(duties.reviewId, review), eq(duties.duty, duty)))
			.get();
		if (held?.standing !== 'confirmed') {
			putDuty(db, by, { person, review, duty }, 'confirmed');
			const facts = { duty, standing: 'confirmed' };
			note({ verb: 'duty-given', organisation, review, subject: person, facts });
		}
		const row = { sourceId: source.key, personId: person, reading: 1 };
		for (const record of taken)
			db.insert(givenRecords)
				.values({ ...row, record, changedBy: person, changedAt: by.at })
				.onConflictDoNothing()
				.run();
		note({
			verb: 'records-given',
			organisation,
			review,
			subject: person,
			facts: { source: source.id, records: taken.length }
		});
		return taken;
	});
}
