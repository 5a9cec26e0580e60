/** Adds a person with a role in an organisation: at the set-up, or by whoever runs the machine. */
import { eq } from 'drizzle-orm';
import type { Role } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { people } from '../db/schema/people.ts';
import { findOrganisationResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { insertPerson, putPassword } from './insert-person.ts';
import { emailFault, keptEmail, personNameFault } from './name-faults.ts';
import { refuseFaults } from '../problems.ts';
import { putMembership, roleFault } from './put-membership.ts';

export type NewPerson = {
	/** Where it is known before; otherwise a new one. */
	id?: string;
	name: string;
	email: string;
	organisation: string;
	role: string;
	/** Without one they belong only once they have followed the link of an invitation. */
	passwordHash: string | null;
};

/** Returns the id of the person. Throws a Problem: form-invalid; not-found for the organisation or whoever may not. */
export function addPerson(db: Database, by: By, added: NewPerson): string {
	const { organisation, role, passwordHash } = added;
	const [name, email] = [added.name.trim(), keptEmail(added.email)];
	const of = () => findOrganisationResource(db, organisation);
	return change(db, by, { action: 'choose-people', of }, (note) => {
		refuseFaults({
			name: personNameFault(name),
			email: emailFault(email) ?? takenFault(db, email),
			role: roleFault(db, organisation, role)
		});
		const person = insertPerson(db, by.at, { id: added.id, name, email });
		if (passwordHash !== null) putPassword(db, by.at, person, passwordHash);
		const standing = passwordHash === null ? 'invited' : 'confirmed';
		putMembership(db, by, { person, organisation, role: role as Role }, standing);
		note({ verb: 'person-added', organisation, subject: person, facts: { role, standing } });
		return person;
	});
}

function takenFault(db: Database, email: string): string | null {
	const taken = db.select({ id: people.id }).from(people).where(eq(people.email, email)).get();
	return taken ? 'There is an account with this e-mail address already.' : null;
}
