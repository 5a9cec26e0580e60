import { beforeEach, describe, expect, test } from 'vitest';
import {
	as,
	at,
	byOperator,
	daysLater,
	join,
	membershipsOf,
	openOrganisations,
	type Organisations
} from '../../../../tests/support/organisations.ts';
import { acceptInvitation } from '../commands/accept-invitation.ts';
import { invitePerson } from '../commands/invite-person.ts';
import { revokeInvitation } from '../commands/revoke-invitation.ts';
import { revokeMembership } from '../commands/revoke-membership.ts';
import { sendPasswordLink } from '../commands/send-password-link.ts';
import { loadAdministration } from './administration.ts';
import { listInvitations, listMembers, listOrganisations } from './organisations.ts';

let world: Organisations;
beforeEach(() => {
	world = openOrganisations();
});

const names = (person: string) =>
	listOrganisations(world.db, as(world.db, person).actor, at).map(({ name }) => name);

describe('the organisations that an administrator sees', () => {
	test('are their own, and all of them for the organisation that looks after Cairn', () => {
		const { iain, morag } = world;
		expect(names(iain)).toEqual(['Isle partnership']);
		expect(names(morag)).toEqual(['Care inspectors', 'Isle partnership']);
	});

	test('lead to backups and retention only for the organisation that looks after Cairn', () => {
		const { db, iain, morag } = world;
		const lines = (person: string) =>
			loadAdministration(db, as(db, person).actor, at).map(({ href }) => href);
		expect(lines(iain)).toEqual(['/admin/organisations/isle-partnership', '/admin/audit']);
		expect(lines(morag)).toEqual([
			'/admin/organisations',
			'/admin/audit',
			'/admin/releases',
			'/admin/backups',
			'/admin/retention'
		]);
	});
});

describe('the line about organisations and people', () => {
	test('counts people, each once, whatever roles they have and wherever they belong', () => {
		const { db, isle, inspectorate, iain, morag } = world;
		const state = () => loadAdministration(db, as(db, morag).actor, at)[0]!.state;
		expect(state()).toBe('2 organisations, 2 people');
		for (const [organisation, role] of [
			[isle, 'viewer'],
			[inspectorate, 'inspector']
		] as const) {
			const { token } = invitePerson(db, byOperator, { email: 'iain@example.org', organisation, role });
			acceptInvitation(db, as(db, iain), { token, joining: null });
		}
		expect(state()).toBe('2 organisations, 2 people');
		invitePerson(db, byOperator, { email: 'a@example.org', organisation: isle, role: 'viewer' });
		expect(state()).toBe('2 organisations, 2 people; 1 link not used yet');
	});
});

describe('the people of an organisation', () => {
	test('are named while they belong to it, and afterwards known by their address alone', () => {
		const { db, isle, iain } = world;
		const ailsa = join(db, 'Ailsa', isle, 'viewer');
		const [membership] = membershipsOf(db, ailsa);
		revokeMembership(db, as(db, iain), {
			membership: membership!.id,
			organisation: isle,
			version: membership!.version
		});
		expect(listMembers(db, isle)).toMatchObject([
			{ name: 'Iain', standing: 'confirmed' },
			{ name: null, email: 'ailsa@example.org', standing: 'revoked' }
		]);
	});

	test('are not named by an invitation, though they have an account elsewhere', () => {
		const { db, isle, iain, inspectorate } = world;
		join(db, 'Rona', inspectorate, 'inspector');
		const invited = { email: 'rona@example.org', organisation: isle, role: 'viewer' };
		const { id } = invitePerson(db, as(db, iain), invited);
		const seen = () => JSON.stringify([listMembers(db, isle), listInvitations(db, isle, at)]);
		expect(seen()).toContain('rona@example.org');
		expect(seen()).not.toContain('Rona');
		revokeInvitation(db, as(db, iain), { invitation: id, organisation: isle });
		expect(seen()).not.toContain('Rona');
	});
});

describe('the links that are not used yet', () => {
	test('are those that are good, of this organisation, with who made them', () => {
		const { db, isle, inspectorate, iain, morag } = world;
		invitePerson(db, as(db, iain), { email: 'a@example.org', organisation: isle, role: 'viewer' });
		invitePerson(db, byOperator, { email: 'b@example.org', organisation: isle, role: 'viewer' });
		invitePerson(db, as(db, morag), {
			email: 'c@example.org',
			organisation: inspectorate,
			role: 'inspector'
		});
		sendPasswordLink(db, as(db, morag), { person: iain, organisation: isle });
		expect(
			listInvitations(db, isle, at).map(({ email, inviter, purpose }) => [email, inviter, purpose])
		).toEqual([
			['a@example.org', 'Iain', 'join'],
			['b@example.org', null, 'join'],
			['iain@example.org', 'Morag', 'password']
		]);
		expect(listInvitations(db, isle, daysLater(7))).toEqual([]);
	});
});
