/**
 * Makes the first administrator of an installation with their organisation, which looks after the installation from
 * then on and takes over the reviews that belonged to nobody: all of it or nothing, and once.
 */
import { and, eq, isNull } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { cairn, type OrganisationKind, type Person, type Role } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { Problem } from '../problems.ts';
import { isUnclaimed } from '../queries/actors.ts';
import { findHost } from '../queries/host.ts';
import { findOrganisationResource } from '../queries/resources.ts';
import { addOrganisation } from './add-organisation.ts';
import { addPerson } from './add-person.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { giveReview } from './give-review.ts';
import { putMembership } from './put-membership.ts';

export type FirstAdministrator = {
	name: string;
	email: string;
	passwordHash: string;
	/** Not asked where one is there already. */
	organisation: { kind: OrganisationKind; name: string; partnership: string | null };
	/** Whether they also lead the organisation's reviews. */
	leads: boolean;
};

const leadingRole: Partial<Record<OrganisationKind, Role>> = {
	partnership: 'partnership-lead',
	'scrutiny-body': 'lead-inspector'
};

/** Returns the id of the person. Throws a Problem: set-up-already; form-invalid, named after the fields of the form. */
export function addFirstAdministrator(db: Database, at: string, added: FirstAdministrator): string {
	const id = randomUUID();
	// Nobody may anything yet, so Cairn does it; whoever gave the code of the set-up is who did it.
	const author: Person = { kind: 'person', id, name: added.name, demo: false, memberships: [], duties: [] };
	const by: By = { actor: cairn, at, author };
	return db.transaction(
		() => {
			if (!isUnclaimed(db))
				throw new Problem('set-up-already', 'This Cairn was set up already. Sign in instead.');
			const { name, email, passwordHash } = added;
			const organisation = findHost(db)?.id ?? addOrganisation(db, by, added.organisation);
			const kind = findHost(db)?.kind ?? added.organisation.kind;
			const person = addPerson(db, by, {
				id,
				name,
				email,
				organisation,
				role: 'administrator',
				passwordHash
			});
			const role = added.leads ? leadingRole[kind] : undefined;
			const of = () => findOrganisationResource(db, organisation);
			if (role)
				change(db, by, { action: 'choose-people', of }, (note) => {
					putMembership(db, by, { person, organisation, role }, 'confirmed');
					note({ verb: 'membership-confirmed', organisation, subject: person, facts: { role } });
				});
			const nobodys = and(isNull(reviews.organisationId), eq(reviews.example, false));
			for (const { id } of db.select({ id: reviews.id }).from(reviews).where(nobodys).all())
				giveReview(db, by, { review: id, organisation });
			return person;
		},
		{ behavior: 'immediate' }
	);
}
