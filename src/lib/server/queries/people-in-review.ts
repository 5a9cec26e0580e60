/** Reads who works on a review and sees the whole of it: to whom sections are given, and whom comments are said to. */
import { and, eq } from 'drizzle-orm';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { duties, memberships } from '../db/schema/memberships.ts';
import { findActor } from './actors.ts';
import { findReviewResource } from './resources.ts';

export type PersonInReview = { person: string; name: string };

/** By name. File readers see no more than their records, and are not among them. */
export function listPeopleInReview(db: Database, review: string): PersonInReview[] {
	const resource = findReviewResource(db, review);
	if (!resource) return [];
	const withDuty = db
		.select({ person: duties.personId })
		.from(duties)
		.where(and(eq(duties.reviewId, review), eq(duties.standing, 'confirmed')))
		.all();
	const ofOrganisation = db
		.select({ person: memberships.personId })
		.from(memberships)
		.where(
			and(eq(memberships.organisationId, resource.organisation ?? ''), eq(memberships.standing, 'confirmed'))
		)
		.all();
	return [...new Set([...withDuty, ...ofOrganisation].map(({ person }) => person))]
		.flatMap((id) => {
			const actor = findActor(db, id);
			return actor && may(actor, 'see-comments', resource).yes ? { person: id, name: actor.name } : [];
		})
		.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.person < b.person ? -1 : 1));
}
