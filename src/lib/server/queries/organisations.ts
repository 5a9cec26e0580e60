/** Reads organisations with their people and the invitations that wait. */
import { and, asc, countDistinct, eq, inArray, ne } from 'drizzle-orm';
import type { Actor, Duty, OrganisationKind, Role, Standing } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { invitations, memberships } from '../db/schema/memberships.ts';
import { organisations } from '../db/schema/organisations.ts';
import { people } from '../db/schema/people.ts';
import { reviews } from '../db/schema/reviews.ts';
import { notFound, notFoundAmong } from '../problems.ts';
import { findPlace } from './partnerships.ts';
import { isGood } from './secret-links.ts';

export type Organisation = {
	id: string;
	kind: OrganisationKind;
	name: string;
	/** Name of the partnership that it is, for one. */
	partnership: string | null;
	host: boolean;
	version: number;
};

export type ListedOrganisation = Organisation & {
	/** With a confirmed membership. */
	people: number;
	/** Invitations that wait for an answer. */
	waiting: number;
};

/** Those whose people the actor may see, without the example world, by name. `at`: the time now, ISO 8601. */
export function listOrganisations(db: Database, actor: Actor, at: string): ListedOrganisation[] {
	return db
		.select()
		.from(organisations)
		.where(eq(organisations.example, false))
		.orderBy(asc(organisations.name))
		.all()
		.filter(({ id }) => may(actor, 'see-people', { kind: 'organisation', id }).yes)
		.map((row) => ({
			...organisationOf(db, row),
			people: countPeople(db, [row.id]),
			waiting: listInvitations(db, row.id, at).length
		}));
}

/** Throws a not-found Problem that lists what there is; only the command line shows it, behind the guard nobody asks. */
export function findOrganisation(db: Database, id: string): Organisation {
	const row = db.select().from(organisations).where(eq(organisations.id, id)).get();
	if (row) return organisationOf(db, row);
	throw notFoundAmong('organisation', id, listOrganisationIds(db));
}

/** Ids of all organisations but those of the example world. */
export function listOrganisationIds(db: Database): string[] {
	return db
		.select({ id: organisations.id })
		.from(organisations)
		.where(eq(organisations.example, false))
		.all()
		.map(({ id }) => id);
}

function organisationOf(db: Database, row: typeof organisations.$inferSelect): Organisation {
	const { id, kind, name, host, version } = row;
	const place = row.partnership === null ? null : findPlace(db, row.partnership);
	const partnership = place?.name ?? row.partnership;
	return { id, kind, name, partnership, host, version };
}

/** With a confirmed membership of any of the organisations, each person once. */
export function countPeople(db: Database, organisations: readonly string[]): number {
	const own = and(
		inArray(memberships.organisationId, [...organisations]),
		eq(memberships.standing, 'confirmed')
	);
	return (
		db
			.select({ people: countDistinct(memberships.personId) })
			.from(memberships)
			.where(own)
			.get()?.people ?? 0
	);
}

export type Member = {
	membership: string;
	person: string;
	/** Not told of somebody who belongs here no more: they may never have. */
	name: string | null;
	email: string;
	role: Role;
	standing: Exclude<Standing, 'invited'>;
	version: number;
	/** Since when this holds, ISO 8601. */
	since: string;
};

/** Confirmed members by name, then those of before. Who is only invited is told by the invitation. */
export function listMembers(db: Database, organisation: string): Member[] {
	return db
		.select({
			membership: memberships.id,
			person: people.id,
			name: people.name,
			email: people.email,
			role: memberships.role,
			standing: memberships.standing,
			version: memberships.version,
			since: memberships.changedAt
		})
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(and(eq(memberships.organisationId, organisation), ne(memberships.standing, 'invited')))
		.orderBy(asc(memberships.standing), asc(people.name), asc(memberships.role))
		.all()
		.map((row) => ({
			...row,
			name: row.standing === 'confirmed' ? row.name : null,
			standing: row.standing === 'confirmed' ? 'confirmed' : 'revoked'
		}));
}

export type WaitingInvitation = {
	id: string;
	purpose: 'join' | 'password';
	email: string;
	role: Role | null;
	duty: { duty: Duty; review: string } | null;
	/** Name of who made it; null where it was made on the command line. */
	inviter: string | null;
	expiresAt: string;
};

/** Links that are good now, the ones that end first at the top. `at`: the time now, ISO 8601. */
export function listInvitations(db: Database, organisation: string, at: string): WaitingInvitation[] {
	return db
		.select({ invitation: invitations, inviter: people.name, review: reviews.title })
		.from(invitations)
		.leftJoin(people, eq(people.id, invitations.changedBy))
		.leftJoin(reviews, eq(reviews.id, invitations.reviewId))
		.where(and(eq(invitations.organisationId, organisation), isGood(at)))
		.orderBy(asc(invitations.expiresAt))
		.all()
		.map(({ invitation, inviter, review }) => ({
			id: invitation.id,
			purpose: invitation.purpose,
			email: invitation.email,
			role: invitation.role,
			duty: invitation.duty && review ? { duty: invitation.duty, review } : null,
			inviter,
			expiresAt: invitation.expiresAt
		}));
}

/** What an invitation says to whoever holds its link. */
export type Invitation = {
	email: string;
	/** Name of who made it; null where it was made on the command line. */
	inviter: string | null;
	organisation: string;
	role: Role;
	duty: { duty: Duty; review: string } | null;
	expiresAt: string;
};

/** Of a link that is good (queries/secret-links.ts), by its id. */
export function findInvitation(db: Database, id: string): Invitation {
	const row = db
		.select({
			invitation: invitations,
			inviter: people.name,
			organisation: organisations.name,
			review: reviews.title
		})
		.from(invitations)
		.innerJoin(organisations, eq(organisations.id, invitations.organisationId))
		.leftJoin(people, eq(people.id, invitations.changedBy))
		.leftJoin(reviews, eq(reviews.id, invitations.reviewId))
		.where(eq(invitations.id, id))
		.get();
	if (!row?.invitation.role) throw notFound('invitation', id);
	const { email, role, duty, expiresAt } = row.invitation;
	return {
		email,
		inviter: row.inviter,
		organisation: row.organisation,
		role,
		duty: duty && row.review ? { duty, review: row.review } : null,
		expiresAt
	};
}
