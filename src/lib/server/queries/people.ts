/** Lists the people of the installation with what they belong to: for the command line. */
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { memberships } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';

export type ListedPerson = {
	id: string;
	name: string;
	email: string;
	secondFactor: boolean;
	memberships: { organisation: string; role: string; standing: string }[];
};

/** By e-mail address; people of the example world are left out. */
export function listPeople(db: Database): ListedPerson[] {
	const all = db
		.select({
			person: memberships.personId,
			organisation: memberships.organisationId,
			role: memberships.role,
			standing: memberships.standing
		})
		.from(memberships)
		.all();
	return db
		.select()
		.from(people)
		.where(eq(people.demo, false))
		.orderBy(asc(people.email))
		.all()
		.map(({ id, name, email, twoFactorEnabled }) => ({
			id,
			name,
			email,
			secondFactor: twoFactorEnabled === true,
			memberships: all
				.filter(({ person }) => person === id)
				.map(({ organisation, role, standing }) => ({ organisation, role, standing }))
		}));
}

/** How a person is called, for a line that says who changed something; null for the command line or the program. */
export function findName(db: Database, id: string): string | null {
	return db.select({ name: people.name }).from(people).where(eq(people.id, id)).get()?.name ?? null;
}
