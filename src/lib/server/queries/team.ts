/** Reads the team of a review, and who could join it. */
import { and, asc, eq, ne } from 'drizzle-orm';
import type { Duty, Standing } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { duties, memberships } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { findReviewResource } from './resources.ts';

export type TeamMember = {
	/** Id of the duty. */
	id: string;
	person: string;
	/** Their name; of somebody elsewhere who has not said yes, the e-mail address that they were asked under. */
	name: string;
	duty: Duty;
	standing: Standing;
};

const order: readonly Duty[] = ['lead', 'judge', 'file-reader', 'observer'];

/** Who has a duty or was asked, by duty and name; duties that ended are left to the history. */
export function listTeam(db: Database, review: string): TeamMember[] {
	return db
		.select({
			id: duties.id,
			person: people.id,
			name: people.name,
			email: people.email,
			duty: duties.duty,
			standing: duties.standing
		})
		.from(duties)
		.innerJoin(people, eq(people.id, duties.personId))
		.where(and(eq(duties.reviewId, review), ne(duties.standing, 'revoked')))
		.orderBy(asc(people.name), asc(people.id))
		.all()
		.map(({ email, name, ...member }) => ({ ...member, name: member.standing === 'invited' ? email : name }))
		.sort((a, b) => order.indexOf(a.duty) - order.indexOf(b.duty));
}

/** Confirmed members of the organisation that carries the review out, by name. */
export function listCandidates(db: Database, review: string): { person: string; name: string }[] {
	const organisation = findReviewResource(db, review)?.organisation ?? null;
	if (organisation === null) return [];
	return db
		.selectDistinct({ person: people.id, name: people.name })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(and(eq(memberships.organisationId, organisation), eq(memberships.standing, 'confirmed')))
		.orderBy(asc(people.name), asc(people.id))
		.all();
}

/** Id of the person with this e-mail address; null where there is none. */
export function findByEmail(db: Database, email: string): string | null {
	const row = db
		.select({ id: people.id })
		.from(people)
		.where(eq(people.email, email.trim().toLowerCase()))
		.get();
	return row?.id ?? null;
}
