/** Who acts: the person of a session with their memberships and duties, or a visitor. */
import { eq, sql } from 'drizzle-orm';
import type { Actor, Person } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { readied } from '../db/readied.ts';
import { duties, memberships } from '../db/schema/memberships.ts';
import { organisations } from '../db/schema/organisations.ts';
import { people } from '../db/schema/people.ts';

/** Whether nobody has an account yet; people made for trying out do not count. */
export function isUnclaimed(db: Database): boolean {
	return db.select({ id: people.id }).from(people).where(eq(people.demo, false)).get() === undefined;
}

const personWithId = readied((db) =>
	db
		.select()
		.from(people)
		.where(eq(people.id, sql.placeholder('id')))
		.prepare()
);
const membershipsOf = readied((db) =>
	db
		.select({
			organisation: memberships.organisationId,
			role: memberships.role,
			standing: memberships.standing,
			host: organisations.host
		})
		.from(memberships)
		.innerJoin(organisations, eq(organisations.id, memberships.organisationId))
		.where(eq(memberships.personId, sql.placeholder('id')))
		.prepare()
);
const dutiesOf = readied((db) =>
	db
		.select({ review: duties.reviewId, duty: duties.duty, standing: duties.standing })
		.from(duties)
		.where(eq(duties.personId, sql.placeholder('id')))
		.prepare()
);

/** The person with this id, or undefined. */
export function findActor(db: Database, id: string): Person | undefined {
	const person = personWithId(db).get({ id });
	if (!person) return undefined;
	return {
		kind: 'person',
		id,
		name: person.name,
		demo: person.demo,
		memberships: membershipsOf(db).all({ id }),
		duties: dutiesOf(db).all({ id })
	};
}

export function visitor(db: Database): Actor {
	return { kind: 'visitor', exploring: isUnclaimed(db) };
}
