import { beforeEach, describe, expect, test } from 'vitest';
import {
	as,
	at,
	bringReview,
	join,
	membershipsOf,
	openOrganisations,
	personNow,
	sessionsOf,
	sitDown,
	verbsOf,
	type Organisations
} from '../../../../tests/support/organisations.ts';
import { may } from '../access/may.ts';
import { givenRecords } from '../db/schema/memberships.ts';
import { sources } from '../db/schema/evidence.ts';
import { findReviewResource } from '../queries/resources.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changeRole } from './change-role.ts';
import { giveDuty } from './give-duty.ts';
import { invitePerson } from './invite-person.ts';
import { revokeMembership } from './revoke-membership.ts';

let world: Organisations;
let ailsa: string;
beforeEach(() => {
	world = openOrganisations();
	ailsa = join(world.db, 'Ailsa', world.isle, 'viewer');
	sitDown(world.db, ailsa);
});

const asked = (person: string) => {
	const [membership] = membershipsOf(world.db, person);
	return {
		membership: membership!.id,
		organisation: membership!.organisationId,
		version: membership!.version
	};
};

describe('a change of role', () => {
	test('counts at once and ends the sessions of the person', () => {
		const { db, iain } = world;
		changeRole(db, as(db, iain), { ...asked(ailsa), role: 'contributor' });
		expect(membershipsOf(db, ailsa)).toMatchObject([{ role: 'contributor', version: 2, changedBy: iain }]);
		expect(sessionsOf(db, ailsa)).toBe(0);
		expect(verbsOf(db).slice(-2)).toEqual(['role-changed', 'sessions-ended']);
	});

	test('to one that they had before brings that membership back and ends this one', () => {
		const { db, iain, isle } = world;
		revokeMembership(db, as(db, iain), asked(ailsa));
		const invited = { email: 'ailsa@example.org', organisation: isle, role: 'contributor' };
		const { token } = invitePerson(db, as(db, iain), invited);
		acceptInvitation(db, as(db, ailsa), { token, joining: null });
		const now = membershipsOf(db, ailsa).find(({ role }) => role === 'contributor')!;
		const changed = { membership: now.id, organisation: isle, version: now.version, role: 'viewer' };
		changeRole(db, as(db, iain), changed);
		expect(membershipsOf(db, ailsa).map(({ role, standing }) => `${role} ${standing}`)).toEqual(
			expect.arrayContaining(['viewer confirmed', 'contributor revoked'])
		);
	});

	test('from a stale version stores nothing, and says what stands there', () => {
		const { db, iain } = world;
		const stale = asked(ailsa);
		changeRole(db, as(db, iain), { ...stale, role: 'contributor' });
		expect(changeRole(db, as(db, iain), { ...stale, role: 'partnership-lead' })).toEqual({
			conflict: { texts: { role: 'contributor', standing: 'confirmed' }, version: 2, by: iain, at }
		});
		expect(membershipsOf(db, ailsa)).toMatchObject([{ role: 'contributor' }]);
	});

	test('is refused for a role that does not fit, and for who is in another organisation', () => {
		const { db, iain, morag } = world;
		expect(() => changeRole(db, as(db, iain), { ...asked(ailsa), role: 'inspector' })).toThrow(
			expect.objectContaining({ code: 'form-invalid' })
		);
		const mine = { ...asked(morag), role: 'inspector' };
		for (const organisation of [world.inspectorate, world.isle])
			expect(() => changeRole(db, as(db, iain), { ...mine, organisation })).toThrow(
				expect.objectContaining({ code: 'not-found' })
			);
		expect(sessionsOf(db, ailsa)).toBe(1);
	});
});

describe('the last administrator of the organisation that looks after Cairn', () => {
	test('can neither be given another role nor be taken away', () => {
		const { db, morag } = world;
		const refused = [
			() => changeRole(db, as(db, morag), { ...asked(morag), role: 'inspector' }),
			() => revokeMembership(db, as(db, morag), asked(morag))
		];
		for (const attempt of refused)
			expect(attempt).toThrow(expect.objectContaining({ code: 'last-administrator' }));
		const second = join(db, 'Second', world.inspectorate, 'administrator');
		expect(revokeMembership(db, as(db, second), asked(morag))).toEqual({ revoked: true });
	});

	test('of another organisation can: the host still looks after it', () => {
		const { db, morag, iain } = world;
		expect(revokeMembership(db, as(db, morag), asked(iain))).toEqual({ revoked: true });
	});
});

describe('the end of a membership', () => {
	test('ends the sessions, the duties and the records that were given', () => {
		const { db, inspectorate, morag } = world;
		const review = bringReview(db, inspectorate);
		const lead = join(db, 'Lead', inspectorate, 'lead-inspector');
		const reader = join(db, 'Reader', inspectorate, 'inspector');
		sitDown(db, reader);
		giveDuty(db, as(db, lead), { review, person: reader, duty: 'file-reader' });
		giveDuty(db, as(db, lead), { review, person: reader, duty: 'judge' });
		const source = db.select({ id: sources.id }).from(sources).get()!.id;
		db.insert(givenRecords)
			.values({ sourceId: source, record: 1, personId: reader, changedBy: lead, changedAt: at })
			.run();
		const seen = () => may(personNow(db, reader), 'see-review', findReviewResource(db, review)!).yes;
		expect(seen()).toBe(true);
		revokeMembership(db, as(db, morag), asked(reader));
		expect(seen()).toBe(false);
		expect(sessionsOf(db, reader)).toBe(0);
		expect(personNow(db, reader).duties.map(({ standing }) => standing)).toEqual(['revoked', 'revoked']);
		expect(db.select().from(givenRecords).all()).toEqual([]);
		expect(verbsOf(db)).toEqual(expect.arrayContaining(['duty-revoked', 'records-taken-back']));
	});

	test('leaves duties elsewhere to somebody who still belongs elsewhere', () => {
		const { db, inspectorate, iain, morag } = world;
		const review = bringReview(db, inspectorate);
		const lead = join(db, 'Lead', inspectorate, 'lead-inspector');
		const here = asked(ailsa);
		const invited = { email: 'ailsa@example.org', organisation: inspectorate, role: 'inspector' };
		const { token } = invitePerson(db, as(db, morag), invited);
		acceptInvitation(db, as(db, ailsa), { token, joining: null });
		giveDuty(db, as(db, lead), { review, person: ailsa, duty: 'judge' });
		revokeMembership(db, as(db, iain), here);
		expect(personNow(db, ailsa).duties).toMatchObject([{ standing: 'confirmed' }]);
	});
});
