/** What waits for a person's yes or no: duties in reviews, and further memberships. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Duty, Role } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { duties, invitations, memberships } from '../db/schema/memberships.ts';
import { organisations } from '../db/schema/organisations.ts';
import { people } from '../db/schema/people.ts';
import { reviews } from '../db/schema/reviews.ts';
import { isGood } from './secret-links.ts';

export type WaitingDuty = {
	id: string;
	duty: Duty;
	title: string;
	from: string;
	organisation: string | null;
};
export type WaitingMembership = { id: string; role: Role; organisation: string };
export type Waiting = { duties: WaitingDuty[]; memberships: WaitingMembership[] };

/**
 * What a person is asked. A duty of a withdrawn review is left out, and a membership that is to be confirmed by its
 * link. `at`: the time now, ISO 8601.
 */
export function listWaiting(db: Database, person: string, at: string): Waiting {
	const waitingDuties = db
		.select({
			id: duties.id,
			duty: duties.duty,
			title: reviews.title,
			from: reviews.from,
			organisation: organisations.name
		})
		.from(duties)
		.innerJoin(reviews, eq(reviews.id, duties.reviewId))
		.leftJoin(organisations, eq(organisations.id, reviews.organisationId))
		.where(and(eq(duties.personId, person), eq(duties.standing, 'invited'), isNull(reviews.withdrawnAt)))
		.all();
	const waitingMemberships = db
		.selectDistinct({
			id: memberships.id,
			role: memberships.role,
			organisation: organisations.name,
			organisationId: memberships.organisationId,
			personId: memberships.personId
		})
		.from(memberships)
		.innerJoin(organisations, eq(organisations.id, memberships.organisationId))
		.innerJoin(people, eq(people.id, memberships.personId))
		.innerJoin(
			invitations,
			and(
				eq(invitations.email, people.email),
				eq(invitations.organisationId, memberships.organisationId),
				eq(invitations.role, memberships.role)
			)
		)
		.where(
			and(
				eq(memberships.personId, person),
				eq(memberships.standing, 'invited'),
				eq(invitations.purpose, 'join'),
				isNull(invitations.duty),
				isGood(at)
			)
		)
		.all()
		.filter((asked) => mayConfirmHere(db, asked))
		.map(({ id, role, organisation }) => ({ id, role, organisation }));
	return { duties: waitingDuties, memberships: waitingMemberships };
}

/**
 * Whether a person may say yes without the link. An inviter sees the link that they make and could follow it
 * themselves, so that an account is no proof of whose mailbox its address is, and another organisation's invitation must
 * not fall to it. It is taken when the same organisation knows the person already.
 */
export function mayConfirmHere(
	db: Database,
	{ personId, organisationId }: { personId: string; organisationId: string }
): boolean {
	const known = db
		.select({ id: memberships.id })
		.from(memberships)
		.where(
			and(
				eq(memberships.personId, personId),
				eq(memberships.organisationId, organisationId),
				eq(memberships.standing, 'confirmed')
			)
		)
		.get();
	return known !== undefined;
}
