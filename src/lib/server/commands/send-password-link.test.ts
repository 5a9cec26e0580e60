import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import {
	as,
	at,
	bringReview,
	byOperator,
	daysLater,
	join,
	openOrganisations,
	sessionsOf,
	sitDown,
	verbsOf,
	type Organisations
} from '../../../../tests/support/organisations.ts';
import { invitations } from '../db/schema/memberships.ts';
import { credentials } from '../db/schema/people.ts';
import { giveDuty } from './give-duty.ts';
import { revokeDuty } from './revoke-duty.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { invitePerson } from './invite-person.ts';
import { makeOwnPasswordLink, sendPasswordLink } from './send-password-link.ts';
import { usePasswordLink } from './use-password-link.ts';

let world: Organisations;
let ailsa: string;
beforeEach(() => {
	world = openOrganisations();
	ailsa = join(world.db, 'Ailsa', world.isle, 'viewer');
});

const send = (canMail = true) =>
	sendPasswordLink(world.db, as(world.db, world.iain), { person: ailsa, organisation: world.isle, canMail });
const use = (token: string, when = at) => usePasswordLink(world.db, when, { token, passwordHash: 'new' });
/** Ailsa has a duty in a review of another organisation. */
const bindElsewhere = () => {
	const { db, inspectorate } = world;
	const lead = join(db, 'Lead', inspectorate, 'lead-inspector');
	const review = bringReview(db, inspectorate);
	giveDuty(db, as(db, lead), { review, person: ailsa, duty: 'judge' });
};
const written = () => [verbsOf(world.db), world.db.select().from(invitations).all()];
const passwordOf = (person: string) =>
	world.db.select().from(credentials).where(eq(credentials.userId, person)).all();

describe('a link to choose a new password', () => {
	test('sets it and ends every session', () => {
		sitDown(world.db, ailsa);
		expect(use(send().token)).toBe(ailsa);
		expect(passwordOf(ailsa)).toMatchObject([{ password: 'new', providerId: 'credential' }]);
		expect(sessionsOf(world.db, ailsa)).toBe(0);
		expect(verbsOf(world.db).slice(-2)).toEqual(['password-changed', 'sessions-ended']);
	});

	test('is good once, for seven days, and only until a newer one is made', () => {
		const first = send().token;
		const second = send().token;
		expect(() => use(first)).toThrow(expect.objectContaining({ code: 'link-over' }));
		expect(() => use(second, daysLater(7))).toThrow(expect.objectContaining({ code: 'link-over' }));
		use(second);
		expect(() => use(second)).toThrow(expect.objectContaining({ code: 'link-over' }));
		expect(passwordOf(ailsa)).toHaveLength(1);
	});

	test('is not good for an invitation, nor an invitation for a password', () => {
		const { db, isle, iain } = world;
		const { token } = invitePerson(db, as(db, iain), {
			email: 'rona@example.org',
			organisation: isle,
			role: 'viewer'
		});
		expect(() => use(token)).toThrow(expect.objectContaining({ code: 'link-over' }));
		expect(() => acceptInvitation(db, byOperator, { token: send().token, joining: null })).toThrow(
			expect.objectContaining({ code: 'link-over' })
		);
	});

	test('is made by administrators of the person’s own organisation alone', () => {
		const { db, isle, inspectorate, iain, morag } = world;
		const attempts = [
			() => sendPasswordLink(db, as(db, ailsa), { person: iain, organisation: isle }),
			() => sendPasswordLink(db, as(db, iain), { person: morag, organisation: inspectorate }),
			() => sendPasswordLink(db, as(db, iain), { person: morag, organisation: isle })
		];
		for (const attempt of attempts) expect(attempt).toThrow(expect.objectContaining({ code: 'not-found' }));
	});

	test('is not shown to its maker when the person belongs to others too: whoever holds it becomes that person', () => {
		const { db, inspectorate, morag } = world;
		expect(send().shown).toBe(true);
		const { token } = invitePerson(db, as(db, morag), {
			email: 'ailsa@example.org',
			organisation: inspectorate,
			role: 'lead-inspector'
		});
		acceptInvitation(db, as(db, ailsa), { token, joining: null });
		expect(send().shown).toBe(false);
		expect(sendPasswordLink(db, as(db, morag), { person: ailsa, organisation: inspectorate }).shown).toBe(
			true
		);
	});

	test('is not shown to its maker when the person has a duty in a review of another organisation', () => {
		const { db, inspectorate } = world;
		const review = bringReview(db, inspectorate);
		const lead = join(db, 'Lead', inspectorate, 'lead-inspector');
		const { id } = giveDuty(db, as(db, lead), { review, person: ailsa, duty: 'judge' });
		expect(send().shown).toBe(false);
		revokeDuty(db, as(db, lead), { review, duty: id });
		expect(send().shown).toBe(true);
	});

	test('that can neither be shown nor sent is not made: nothing is written, and the link of before stays good', () => {
		const { token } = send();
		const before = written();
		bindElsewhere();
		const bound = written();
		expect(bound).not.toEqual(before);
		expect(() => send(false)).toThrow(expect.objectContaining({ code: 'belongs-elsewhere' }));
		expect(written()).toEqual(bound);
		expect(use(token)).toBe(ailsa);
	});

	test('is not made for somebody who has no password to forget', () => {
		world.db.delete(credentials).where(eq(credentials.userId, ailsa)).run();
		expect(makeOwnPasswordLink(world.db, at, 'ailsa@example.org')).toBeNull();
	});

	test('that somebody asks for themselves is made for a known address, and nothing for any other', () => {
		const { db } = world;
		const link = makeOwnPasswordLink(db, at, 'ailsa@example.org');
		expect(use(link!.token)).toBe(ailsa);
		const before = db.select().from(invitations).all().length;
		expect(makeOwnPasswordLink(db, at, 'nobody@example.org')).toBeNull();
		expect(db.select().from(invitations).all()).toHaveLength(before);
	});

	test('that somebody asks for themselves is not made twice within a quarter of an hour', () => {
		const { db } = world;
		const ask = (minutes: number) =>
			makeOwnPasswordLink(db, new Date(Date.parse(at) + minutes * 60_000).toISOString(), 'ailsa@example.org');
		expect([ask(0), ask(1), ask(14.9), ask(15.1)].map((link) => link !== null)).toEqual([
			true,
			false,
			false,
			true
		]);
	});
});
