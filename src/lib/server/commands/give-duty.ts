/** Gives somebody a duty in a review. */
import { and, eq } from 'drizzle-orm';
import type { Duty, Standing } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { duties, memberships } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { FormProblem } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { putDuty } from './put-membership.ts';

/** `standing`: confirmed at once for members of the organisation that carries the review out; others are asked. */
export type GivenDuty = { id: string; standing: Standing };

/** Throws a Problem: form-invalid for a person who cannot have it or has it already; not-found. */
export function giveDuty(
	db: Database,
	by: By,
	{ review, person, duty }: { review: string; person: string; duty: Duty }
): GivenDuty {
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'choose-team', of }, (note) => {
		const organisation = of()?.organisation ?? null;
		if (!db.select({ id: people.id }).from(people).where(eq(people.id, person)).get())
			throw new FormProblem({ person: 'Choose somebody who has an account here.' });
		const confirmed = db
			.select({ organisation: memberships.organisationId })
			.from(memberships)
			.where(and(eq(memberships.personId, person), eq(memberships.standing, 'confirmed')))
			.all();
		if (confirmed.length === 0)
			throw new FormProblem({ person: 'This person belongs to no organisation any more.' });
		const held = db
			.select({ standing: duties.standing })
			.from(duties)
			.where(and(eq(duties.personId, person), eq(duties.reviewId, review), eq(duties.duty, duty)))
			.get();
		if (held && held.standing !== 'revoked')
			throw new FormProblem({ duty: 'This person has this duty already, or has been asked.' });
		const standing = confirmed.some((each) => each.organisation === organisation) ? 'confirmed' : 'invited';
		const id = putDuty(db, by, { person, review, duty }, standing);
		note({ verb: 'duty-given', organisation, review, subject: person, facts: { duty, standing } });
		return { id, standing };
	});
}
