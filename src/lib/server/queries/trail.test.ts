import { beforeEach, describe, expect, test } from 'vitest';
import {
	as,
	byOperator,
	daysLater,
	join,
	membershipsOf,
	openOrganisations,
	type Organisations
} from '../../../../tests/support/organisations.ts';
import { acceptInvitation } from '../commands/accept-invitation.ts';
import { changeRole } from '../commands/change-role.ts';
import { invitePerson } from '../commands/invite-person.ts';
import { noteRefusedSignIn } from '../commands/note-refused-sign-in.ts';
import { revokeMembership } from '../commands/revoke-membership.ts';
import { change } from '../commands/change.ts';
import { countTrail, listTrail, type TrailFilter } from './trail.ts';
import { loadAuditCsv } from './trail-pages.ts';

let world: Organisations;
let rona: string;
beforeEach(() => {
	world = openOrganisations();
	rona = join(world.db, 'Rona', world.inspectorate, 'inspector');
});

const all: TrailFilter = { who: null, kind: null, from: null, to: null, elements: null };
const signIn = (how: string, day = 0) => {
	const of = () => ({ kind: 'person', id: rona }) as const;
	change(world.db, as(world.db, rona, daysLater(day)), { action: 'look-after-account', of }, (note) =>
		note({ verb: 'signed-in', subject: rona, facts: { how } })
	);
};
/** How Rona signed in, of what the administrator of an organisation is told of. */
const told = (organisation: string) =>
	listTrail(world.db, { of: 'organisations', ids: [organisation] }, { ...all, kind: 'sign-in' }, { most: 99 })
		.filter(({ person, verb }) => person === rona && verb === 'signed-in')
		.map(({ facts }) => facts.how)
		.reverse();
const joinIsle = (role = 'viewer') => {
	const { db, isle, iain } = world;
	const { token } = invitePerson(db, as(db, iain), { email: 'rona@example.org', organisation: isle, role });
	acceptInvitation(db, as(db, rona), { token, joining: null });
};
const membership = (role: string) => {
	const kept = membershipsOf(world.db, rona).find(
		({ organisationId, ...each }) => organisationId === world.isle && each.role === role
	)!;
	return { membership: kept.id, organisation: world.isle, version: kept.version };
};
const leaveIsle = (role = 'viewer') => revokeMembership(world.db, as(world.db, world.iain), membership(role));

describe('an administrator is told of the accounts of their people', () => {
	test('while they belong to the organisation, and not of the time before or after', () => {
		signIn('before');
		joinIsle();
		signIn('while');
		leaveIsle();
		signIn('after');
		expect(told(world.isle)).toEqual(['while']);
		expect(told(world.inspectorate)).toEqual(['before', 'while', 'after']);
		joinIsle();
		signIn('again');
		expect(told(world.isle)).toEqual(['while', 'again']);
	});

	test('until the last of their roles there ends, whatever roles they had', () => {
		joinIsle();
		joinIsle('contributor');
		leaveIsle();
		signIn('one role left');
		changeRole(world.db, as(world.db, world.iain), { ...membership('contributor'), role: 'administrator' });
		signIn('another role');
		leaveIsle('administrator');
		signIn('after');
		expect(told(world.isle)).toEqual(['one role left', 'another role']);
	});

	test('and not while they are only invited', () => {
		invitePerson(world.db, byOperator, {
			email: 'rona@example.org',
			organisation: world.isle,
			role: 'viewer'
		});
		signIn('invited');
		expect(told(world.isle)).toEqual([]);
	});

	test('from the time kept with a membership that the trail does not know of', () => {
		world.db.$client
			.prepare(
				`insert into memberships (id, person_id, organisation_id, role, standing, changed_by, changed_at)
				values ('old', ?, ?, 'viewer', 'confirmed', 'operator', ?)`
			)
			.run(rona, world.isle, daysLater(1));
		signIn('before');
		signIn('while', 2);
		expect(told(world.isle)).toEqual(['while']);
	});

	test('in the same bounds for refused sign-ins, in the count and in the file', () => {
		const { db, isle, iain } = world;
		const refuse = () => noteRefusedSignIn(db, daysLater(0), 'password', rona);
		refuse();
		const scope = { of: 'organisations', ids: [isle] } as const;
		const counted = () => countTrail(db, scope, { ...all, kind: 'sign-in' });
		expect(counted()).toBe(0);
		joinIsle();
		refuse();
		leaveIsle();
		refuse();
		expect(counted()).toBe(1);
		const file = loadAuditCsv(db, as(db, iain).actor, new URLSearchParams('kind=sign-in'));
		expect(file.match(/refused a sign-in/g)).toHaveLength(1);
	});
});
