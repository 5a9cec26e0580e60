/** Gives a section of a review to somebody who works on it, with the day by which it is to be done. */
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { isDay } from '#lib/evidence/iso-date.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { assignments } from '../db/schema/staging.ts';
import { FormProblem } from '../problems.ts';
import { listSections } from '../queries/assignments.ts';
import { listPeopleInReview } from '../queries/people-in-review.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

export type SectionAssigned = {
	review: string;
	/** Code of a theme or standard, or `plan`, `evidence`, `report`. */
	section: string;
	/** Id of the person. */
	person: string;
	/** YYYY-MM-DD; empty for no day. */
	due: string;
};

/**
 * Given to the same person again it gets the new day. Returns its id. Throws a Problem: not-found for a review that
 * is not there, is closed or is not the actor's to lead; form-invalid.
 */
export function assignSection(
	db: Database,
	by: By,
	{ review, section, person, due }: SectionAssigned
): string {
	return change(db, by, { action: 'assign-sections', of: () => findReviewResource(db, review) }, (note) => {
		const faults: Record<string, string> = {};
		if (!listSections(db, review).some((each) => each.section === section))
			faults.section = 'Choose what is given.';
		if (!listPeopleInReview(db, review).some((each) => each.person === person))
			faults.assigned = 'Choose somebody who works on this review.';
		if (due !== '' && !isDay(due))
			faults.due = 'Write the day by which it is to be done, such as 2026-11-09.';
		if (Object.keys(faults).length > 0) throw new FormProblem(faults);
		const day = due === '' ? null : due;
		const kept = db
			.select()
			.from(assignments)
			.where(
				and(
					eq(assignments.reviewId, review),
					eq(assignments.section, section),
					eq(assignments.personId, person)
				)
			)
			.get();
		if (kept && kept.due === day) return kept.id;
		const id = kept?.id ?? randomUUID();
		const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
		if (kept)
			db.update(assignments)
				.set({ due: day, version: kept.version + 1, ...authorship })
				.where(eq(assignments.id, id))
				.run();
		else
			db.insert(assignments)
				.values({ id, reviewId: review, section, personId: person, due: day, ...authorship })
				.run();
		note({ verb: 'section-assigned', review, subject: section, facts: { to: person, due: day } });
		return id;
	});
}
