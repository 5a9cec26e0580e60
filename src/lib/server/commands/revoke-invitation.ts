/** Takes an invitation back: its link is no longer good. */
import { and, eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { invitations, memberships } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { Problem } from '../problems.ts';
import { findOrganisationResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { isUnused } from '../queries/secret-links.ts';

/**
 * `organisation`: the one through which the invitation was made. Throws a Problem: not-found; answered-already when
 * the link was used before, or the invitation taken back.
 */
export function revokeInvitation(
	db: Database,
	by: By,
	{ invitation, organisation }: { invitation: string; organisation: string }
): void {
	const of = () => findOrganisationResource(db, organisation);
	const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
	change(db, by, { action: 'choose-people', of }, (note) => {
		const kept = db
			.select()
			.from(invitations)
			.where(and(eq(invitations.id, invitation), eq(invitations.organisationId, organisation)))
			.get();
		if (!kept) throw notThere();
		const { changes } = db
			.update(invitations)
			.set({ revokedAt: by.at, version: kept.version + 1, ...authorship })
			.where(and(eq(invitations.id, invitation), isUnused()))
			.run();
		if (changes === 0)
			throw new Problem('answered-already', 'This link was used or taken back before. Nothing was changed.');
		takeBackAwaited(db, by, kept);
		note({
			verb: 'invitation-revoked',
			organisation,
			review: kept.reviewId,
			subject: invitation,
			facts: { purpose: kept.purpose, role: kept.role }
		});
	});
}

/** The membership of somebody with an account that waited for their yes. */
function takeBackAwaited(
	db: Database,
	by: By,
	{ email, organisationId, role }: typeof invitations.$inferSelect
) {
	const person = db.select({ id: people.id }).from(people).where(eq(people.email, email)).get();
	if (!person || !organisationId || !role) return;
	db.update(memberships)
		.set({ standing: 'revoked', changedBy: authorOf(by.actor), changedAt: by.at })
		.where(
			and(
				eq(memberships.personId, person.id),
				eq(memberships.organisationId, organisationId),
				eq(memberships.role, role),
				eq(memberships.standing, 'invited')
			)
		)
		.run();
}
