/** A person who has an account says yes or no to a further membership that they were invited to. */
import { and, eq, isNull } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { invitations, memberships } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { Problem } from '../problems.ts';
import { mayConfirmHere } from '../queries/waiting.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { isGood } from '../queries/secret-links.ts';

/**
 * Yes is taken only while an invitation to it is good, and only from somebody whom the organisation knows
 * already (queries/waiting.ts); anybody else follows the link. No is always taken. Throws a Problem: not-found;
 * answered-already.
 */
export function confirmMembership(
	db: Database,
	by: By,
	{ membership, answer }: { membership: string; answer: 'yes' | 'no' }
): void {
	const kept = () => db.select().from(memberships).where(eq(memberships.id, membership)).get();
	const of = () => {
		const person = kept()?.personId;
		return person === undefined ? null : ({ kind: 'person', id: person } as const);
	};
	change(db, by, { action: 'look-after-account', of }, (note) => {
		const asked = kept();
		if (!asked) throw notThere();
		if (asked.standing !== 'invited') throw answeredAlready();
		const link = goodInvitation(db, asked, by.at);
		if (answer === 'yes' && (!link || !mayConfirmHere(db, asked))) throw notThere();
		const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
		const { organisationId: organisation, personId: person, role } = asked;
		db.update(memberships)
			.set({
				standing: answer === 'yes' ? 'confirmed' : 'revoked',
				version: asked.version + 1,
				...authorship
			})
			.where(eq(memberships.id, membership))
			.run();
		if (link)
			db.update(invitations)
				.set({ ...(answer === 'yes' ? { usedAt: by.at } : { revokedAt: by.at }), ...authorship })
				.where(eq(invitations.id, link.id))
				.run();
		if (answer === 'yes')
			note({ verb: 'membership-confirmed', organisation, subject: person, facts: { role } });
		else note({ verb: 'membership-revoked', organisation, subject: person, facts: { role, declined: true } });
	});
}

/** The newest good invitation to this membership. One with a duty is accepted by its link alone. */
function goodInvitation(
	db: Database,
	{ personId, organisationId, role }: typeof memberships.$inferSelect,
	at: string
) {
	const email =
		db.select({ email: people.email }).from(people).where(eq(people.id, personId)).get()?.email ?? '';
	return db
		.select({ id: invitations.id })
		.from(invitations)
		.where(
			and(
				eq(invitations.purpose, 'join'),
				eq(invitations.email, email),
				eq(invitations.organisationId, organisationId),
				eq(invitations.role, role),
				isNull(invitations.duty),
				isGood(at)
			)
		)
		.get();
}

export const answeredAlready = () =>
	new Problem('answered-already', 'This was answered or taken back before. Nothing was changed.');
