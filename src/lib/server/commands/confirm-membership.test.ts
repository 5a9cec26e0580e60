import { beforeEach, describe, expect, test } from 'vitest';
import {
	as,
	at,
	daysLater,
	join,
	membershipsOf,
	openOrganisations,
	personNow,
	type Organisations
} from '../../../../tests/support/organisations.ts';
import { listWaiting } from '../queries/waiting.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { confirmMembership } from './confirm-membership.ts';
import { invitePerson } from './invite-person.ts';

let world: Organisations;
beforeEach(() => {
	world = openOrganisations();
});

const visitor = { actor: { kind: 'visitor', exploring: false }, at } as const;
const awaited = (person: string) =>
	membershipsOf(world.db, person).find(({ standing }) => standing === 'invited')!.id;

describe('a further role in one’s own organisation', () => {
	test('waits for a yes, and then counts; its link is used up with it', () => {
		const { db, isle, iain } = world;
		const invited = { email: 'iain@example.org', organisation: isle, role: 'partnership-lead' };
		const { token } = invitePerson(db, as(db, iain), invited);
		const [waiting] = listWaiting(db, iain, at).memberships;
		expect(waiting).toEqual({
			id: awaited(iain),
			role: 'partnership-lead',
			organisation: 'Isle partnership'
		});
		confirmMembership(db, as(db, iain), { membership: waiting!.id, answer: 'yes' });
		expect(personNow(db, iain).memberships.map(({ standing }) => standing)).toEqual([
			'confirmed',
			'confirmed'
		]);
		expect(() => acceptInvitation(db, as(db, iain), { token, joining: null })).toThrow(
			expect.objectContaining({ code: 'link-over' })
		);
	});

	test('can be declined, and waits no longer than its link is good', () => {
		const { db, isle, iain } = world;
		const invited = { email: 'iain@example.org', organisation: isle, role: 'viewer' };
		invitePerson(db, as(db, iain), invited);
		expect(listWaiting(db, iain, daysLater(7)).memberships).toEqual([]);
		expect(() =>
			confirmMembership(db, as(db, iain, daysLater(7)), { membership: awaited(iain), answer: 'yes' })
		).toThrow(expect.objectContaining({ code: 'not-found' }));
		confirmMembership(db, as(db, iain), { membership: awaited(iain), answer: 'no' });
		expect(listWaiting(db, iain, at).memberships).toEqual([]);
	});
});

test('an inviter who followed their own link under another’s address does not get what others invite that address to', () => {
	const { db, isle, inspectorate, iain, morag } = world;
	const email = 'victim@example.org';
	const own = invitePerson(db, as(db, iain), { email, organisation: isle, role: 'viewer' });
	const taken = acceptInvitation(db, visitor, {
		token: own.token,
		joining: { name: 'Not the victim', passwordHash: 'of the inviter' }
	}).person;
	invitePerson(db, as(db, morag), { email, organisation: inspectorate, role: 'lead-inspector' });
	expect(listWaiting(db, taken, at).memberships).toEqual([]);
	expect(() => confirmMembership(db, as(db, taken), { membership: awaited(taken), answer: 'yes' })).toThrow(
		expect.objectContaining({ code: 'not-found' })
	);
});

test('nobody answers for somebody else', () => {
	const { db, isle, iain } = world;
	const ailsa = join(db, 'Ailsa', isle, 'viewer');
	invitePerson(db, as(db, iain), { email: 'ailsa@example.org', organisation: isle, role: 'contributor' });
	expect(() => confirmMembership(db, as(db, iain), { membership: awaited(ailsa), answer: 'yes' })).toThrow(
		expect.objectContaining({ code: 'not-found' })
	);
});
