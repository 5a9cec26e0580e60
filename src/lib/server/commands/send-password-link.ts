/** Makes a link by which a person chooses a new password: good for seven days, once. */
import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { authorOf, cairn } from '../access/actor.ts';
import { may } from '../access/may.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { duties, invitations, memberships } from '../db/schema/memberships.ts';
import { credentials, people } from '../db/schema/people.ts';
import { reviews } from '../db/schema/reviews.ts';
import { Problem } from '../problems.ts';
import { findOrganisationResource } from '../queries/resources.ts';
import { linkEnds, newToken } from '../secret-link.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import type { InvitationLink } from './invite-person.ts';
import { isUnused } from '../queries/secret-links.ts';

/**
 * `shown`: whether the maker may see the link. Whoever holds it becomes the person, so it is shown only when the maker
 * looks after every organisation that they belong to, or have a duty in a review of; otherwise it goes by e-mail alone.
 */
export type PasswordLink = InvitationLink & { shown: boolean };

/**
 * For a person with a confirmed membership of the organisation. `canMail`: whether the link can go by e-mail; one that
 * can neither be shown nor sent is not made. Throws a Problem: not-found; belongs-elsewhere.
 */
export function sendPasswordLink(
	db: Database,
	by: By,
	{ person, organisation, canMail = false }: { person: string; organisation: string; canMail?: boolean }
): PasswordLink {
	const of = () => findOrganisationResource(db, organisation);
	return change(db, by, { action: 'choose-people', of }, (note) => {
		const places = db
			.select({ organisation: memberships.organisationId })
			.from(memberships)
			.where(and(eq(memberships.personId, person), eq(memberships.standing, 'confirmed')))
			.all();
		if (!places.some((place) => place.organisation === organisation)) throw notThere();
		const shown = [...places, ...dutiesOf(db, person)].every((place) => {
			const resource = findOrganisationResource(db, place.organisation ?? '');
			return resource !== null && may(by.actor, 'choose-people', resource).yes;
		});
		if (!shown && !canMail) throw cannotBeSent();
		const link = keepLink(db, by, person, organisation);
		note({
			verb: 'person-invited',
			organisation,
			subject: person,
			facts: { purpose: 'password', shown }
		});
		return { ...link, shown };
	});
}

/** For a link that its maker may not see, and that no e-mail takes to the person. */
export const cannotBeSent = () =>
	new Problem(
		'belongs-elsewhere',
		'This person belongs to another organisation too, so the link could only go by e-mail, and it could not be sent. Ask whoever looks after Cairn.'
	);

/** The organisations in whose reviews a person has a duty, or is asked to have one. */
function dutiesOf(db: Database, person: string): { organisation: string | null }[] {
	return db
		.select({ organisation: reviews.organisationId })
		.from(duties)
		.innerJoin(reviews, eq(reviews.id, duties.reviewId))
		.where(and(eq(duties.personId, person), ne(duties.standing, 'revoked')))
		.all();
}

/** Minutes between two links that are asked for at one address, so that nobody's mailbox is filled by others. */
export const quietMinutes = 15;

/**
 * A link that a person has asked for themselves, to be sent to their own mailbox alone. Null for an address that
 * nobody has, for somebody who has no password to forget (their provider signs them in), and so soon after the one
 * before.
 */
export function makeOwnPasswordLink(db: Database, at: string, email: string): InvitationLink | null {
	const by = { actor: cairn, at };
	return change(db, by, { action: 'look-after-installation', of: () => installation }, (note) => {
		const person = db
			.select()
			.from(people)
			.where(and(eq(people.email, email), eq(people.demo, false)))
			.get();
		if (!person || !hasPassword(db, person.id) || wasAskedLately(db, email, at)) return null;
		const link = keepLink(db, by, person.id, null);
		note({ verb: 'person-invited', subject: person.id, facts: { purpose: 'password', asked: true } });
		return link;
	});
}

function hasPassword(db: Database, person: string): boolean {
	const own = and(eq(credentials.userId, person), eq(credentials.providerId, 'credential'));
	return db.select({ id: credentials.id }).from(credentials).where(own).get() !== undefined;
}

function wasAskedLately(db: Database, email: string, at: string): boolean {
	const since = new Date(Date.parse(at) - quietMinutes * 60_000).toISOString();
	const own = and(eq(invitations.email, email), eq(invitations.purpose, 'password'));
	const made = and(own, isNull(invitations.organisationId), gt(invitations.expiresAt, linkEnds(since)));
	return db.select({ id: invitations.id }).from(invitations).where(made).get() !== undefined;
}

/** Only the newest link of a person is good. */
function keepLink(db: Database, by: By, person: string, organisation: string | null): InvitationLink {
	const email = db.select({ email: people.email }).from(people).where(eq(people.id, person)).get()?.email;
	if (email === undefined) throw notThere();
	const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
	db.update(invitations)
		.set({ revokedAt: by.at, ...authorship })
		.where(and(eq(invitations.email, email), eq(invitations.purpose, 'password'), isUnused()))
		.run();
	const { token, digest } = newToken();
	const [id, expiresAt] = [randomUUID(), linkEnds(by.at)];
	db.insert(invitations)
		.values({
			id,
			purpose: 'password',
			tokenDigest: digest,
			email,
			organisationId: organisation,
			expiresAt,
			...authorship
		})
		.run();
	return { id, token, email, expiresAt };
}
