/** Accepts an invitation by its link: a new person with their name and password, or one who is signed in. */
import { and, eq } from 'drizzle-orm';
import { authorOf, type Actor, type Person } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { invitations } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { FormProblem, Problem } from '../problems.ts';
import { findActor } from '../queries/actors.ts';
import { findAccount, findGoodLink, linkOver, isUnused } from '../queries/secret-links.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { insertPerson, putPassword } from './insert-person.ts';
import { personNameFault } from './name-faults.ts';
import { putDuty, putMembership } from './put-membership.ts';

export type Accepted = { person: string; organisation: string; review: string | null };

export type Acceptance = {
	token: string;
	/** For somebody who has no account yet. Without a password they sign in with the provider of sign-ins alone. */
	joining: { name: string; passwordHash: string | null } | null;
};

/**
 * The link is good once: of two acceptances at the same moment one wins. What is accepted counts from now on.
 * Throws a Problem: link-over; form-invalid for the name; signed-in-as-other when the
 * invitation is somebody else's who has an account and must sign in.
 */
export function acceptInvitation(db: Database, by: By, { token, joining }: Acceptance): Accepted {
	return db.transaction(
		() => {
			const invitation = findGoodLink(db, 'join', token, by.at);
			const account = findAccount(db, invitation.email);
			if (account?.isTheirs) {
				if (by.actor.kind !== 'person' || by.actor.id !== account.id) throw asOther();
				return join(db, by, invitation, account.id);
			}
			// Whoever joins is the author of their own joining.
			if (by.actor.kind === 'person') throw asOther();
			if (!joining) throw notThere();
			const name = joining.name.trim();
			const fault = personNameFault(name);
			if (fault) throw new FormProblem({ name: fault });
			const person = account?.id ?? insertPerson(db, by.at, { name, email: invitation.email });
			if (account)
				db.update(people)
					.set({ name, updatedAt: new Date(by.at) })
					.where(eq(people.id, person))
					.run();
			if (joining.passwordHash !== null) putPassword(db, by.at, person, joining.passwordHash);
			return join(db, { actor: personNow(db, person), at: by.at }, invitation, person);
		},
		{ behavior: 'immediate' }
	);
}

function join(db: Database, by: By, invitation: typeof invitations.$inferSelect, person: string): Accepted {
	const { id, organisationId: organisation, role, reviewId: review, duty } = invitation;
	if (!organisation || !role) throw notThere();
	return change(
		db,
		by,
		{ action: 'look-after-account', of: () => ({ kind: 'person', id: person }) },
		(note) => {
			const { changes } = db
				.update(invitations)
				.set({ usedAt: by.at, changedBy: authorOf(by.actor), changedAt: by.at })
				.where(and(eq(invitations.id, id), isUnused()))
				.run();
			if (changes === 0) throw new Problem('link-over', linkOver);
			putMembership(db, by, { person, organisation, role }, 'confirmed');
			note({ verb: 'invitation-used', organisation, review, subject: id, facts: { role } });
			note({ verb: 'membership-confirmed', organisation, subject: person, facts: { role } });
			if (review && duty) {
				putDuty(db, by, { person, review, duty }, 'confirmed');
				note({ verb: 'duty-confirmed', organisation, review, subject: person, facts: { duty } });
			}
			return { person, organisation, review };
		}
	);
}

function personNow(db: Database, id: string): Person {
	const person = findActor(db, id);
	if (!person) throw new Error('A person who was just written is not there');
	return person;
}

/** Whether a link may be used by who is here now, or they must sign out or in first. */
export const isOther = (actor: Actor, account: { id: string; isTheirs: boolean } | null): boolean =>
	actor.kind === 'person' && !(account?.isTheirs && actor.id === account.id);

const asOther = () =>
	new Problem(
		'signed-in-as-other',
		'This invitation is for somebody else. Sign in as the person it was made for.'
	);
