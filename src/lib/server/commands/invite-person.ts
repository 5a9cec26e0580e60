/** Invites somebody to an organisation, and perhaps to a duty in a review, by a link that is good once. */
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { authorOf, type Duty, type Role } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { invitations } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { FormProblem, refuseFaults } from '../problems.ts';
import { findOrganisationResource, findReviewResource } from '../queries/resources.ts';
import { linkEnds, newToken } from '../secret-link.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { emailFault, keptEmail } from './name-faults.ts';
import { findMembership, putMembership, roleFault } from './put-membership.ts';

export type Invited = {
	email: string;
	organisation: string;
	role: string;
	/** Needs the right to choose the team of that review, too. */
	duty?: { review: string; duty: Duty } | null;
};

/** What the inviter is told once: the token is kept nowhere. */
export type InvitationLink = { id: string; token: string; email: string; expiresAt: string };

/** Throws a Problem: form-invalid; not-found for the organisation, the review or whoever may not. */
export function invitePerson(db: Database, by: By, invited: Invited): InvitationLink {
	const { organisation, duty = null } = invited;
	// Checked below, before anything is done with it.
	const role = invited.role as Role;
	const email = keptEmail(invited.email);
	const of = () => findOrganisationResource(db, organisation);
	return change(db, by, { action: 'choose-people', of }, (note) => {
		refuseFaults({ email: emailFault(email), role: roleFault(db, organisation, invited.role) });
		if (duty) checkTeam(db, by, duty.review);
		const person = db.select().from(people).where(eq(people.email, email)).get();
		if (person?.demo) throw new FormProblem({ email: 'This is somebody of the example world.' });
		if (person) {
			const kept = findMembership(db, { person: person.id, organisation, role });
			if (kept?.standing === 'confirmed' && !duty)
				throw new FormProblem({ email: 'This person has this role here already.' });
			if (kept?.standing !== 'confirmed')
				putMembership(db, by, { person: person.id, organisation, role }, 'invited');
		}
		const { token, digest } = newToken();
		const [id, expiresAt] = [randomUUID(), linkEnds(by.at)];
		db.insert(invitations)
			.values({
				id,
				purpose: 'join',
				tokenDigest: digest,
				email,
				organisationId: organisation,
				role,
				reviewId: duty?.review,
				duty: duty?.duty,
				expiresAt,
				changedBy: authorOf(by.actor),
				changedAt: by.at
			})
			.run();
		const facts = { role, ...(duty ? { duty: duty.duty } : {}) };
		note({ verb: 'person-invited', organisation, review: duty?.review, subject: id, facts });
		return { id, token, email, expiresAt };
	});
}

function checkTeam(db: Database, { actor }: By, review: string): void {
	const resource = findReviewResource(db, review);
	if (!resource || !may(actor, 'choose-team', resource).yes) throw notThere();
}
