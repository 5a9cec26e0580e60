import { beforeEach, describe, expect, test } from 'vitest';
import {
	as,
	at,
	bringReview,
	daysLater,
	join,
	membershipsOf,
	openOrganisations,
	personNow,
	verbsOf,
	type Organisations
} from '../../../../tests/support/organisations.ts';
import { invitations } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { events, eventTexts } from '../db/schema/trail.ts';
import { organisations } from '../db/schema/organisations.ts';
import { exampleOrganisations } from '../example-world.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { addDemoPerson } from './add-demo-person.ts';
import { invitePerson } from './invite-person.ts';
import { revokeInvitation } from './revoke-invitation.ts';

let world: Organisations;
beforeEach(() => {
	world = openOrganisations();
});

const invite = (role = 'contributor', email = 'Ailsa@Example.org ') =>
	invitePerson(world.db, as(world.db, world.iain), { email, organisation: world.isle, role });

const visitor = { actor: { kind: 'visitor', exploring: false }, at } as const;
const ailsa = { name: 'Ailsa', passwordHash: 'hashed' };
const accept = (token: string, when = at) =>
	acceptInvitation(world.db, { ...visitor, at: when }, { token, joining: ailsa });

describe('an invitation', () => {
	test('makes a new person with the address, the organisation and the role that it was made for', () => {
		const { person } = accept(invite().token);
		expect(world.db.select().from(people).all()).toContainEqual(
			expect.objectContaining({ id: person, name: 'Ailsa', email: 'ailsa@example.org' })
		);
		expect(membershipsOf(world.db, person)).toMatchObject([
			{ organisationId: world.isle, role: 'contributor', standing: 'confirmed', changedBy: person }
		]);
		expect(verbsOf(world.db).slice(-3)).toEqual([
			'person-invited',
			'invitation-used',
			'membership-confirmed'
		]);
	});

	test('keeps its link nowhere: neither in its row nor in the trail', () => {
		const { token } = invite();
		const { db } = world;
		const kept = [invitations, events, eventTexts].map((table) => db.select().from(table).all());
		expect(token).toHaveLength(43);
		expect(JSON.stringify(kept)).not.toContain(token);
	});

	test('tells the trail nothing of the address', () => {
		invite();
		const kept = [events, eventTexts].map((table) => world.db.select().from(table).all());
		expect(JSON.stringify(kept)).not.toMatch(/ailsa/i);
	});

	test('is good once: of two acceptances one wins', () => {
		const { token } = invite();
		accept(token);
		expect(() => accept(token)).toThrow(expect.objectContaining({ code: 'link-over' }));
		expect(world.db.select().from(people).all()).toHaveLength(3);
	});

	test('is good for seven days and no longer', () => {
		const { token } = invite();
		expect(() => accept(token, daysLater(7))).toThrow(expect.objectContaining({ code: 'link-over' }));
		expect(accept(token, new Date(Date.parse(daysLater(7)) - 1).toISOString()).organisation).toBe(world.isle);
	});

	test('that was taken back is not good, in the same words as one that was used or never was', () => {
		const { token, id } = invite();
		revokeInvitation(world.db, as(world.db, world.iain), { invitation: id, organisation: world.isle });
		const used = invite().token;
		accept(used);
		const said = [token, used, 'never'].map((each) => {
			try {
				return accept(each);
			} catch (problem) {
				return (problem as Error).message;
			}
		});
		expect(new Set(said).size).toBe(1);
		expect(said[0]).toMatch(/^It works once and for some days/);
	});

	test('that was used cannot be taken back', () => {
		const { token, id } = invite();
		accept(token);
		const revoke = () =>
			revokeInvitation(world.db, as(world.db, world.iain), { invitation: id, organisation: world.isle });
		expect(revoke).toThrow(expect.objectContaining({ code: 'answered-already' }));
	});

	test('of another organisation can neither be made nor taken back', () => {
		const { db, inspectorate, isle, iain, morag } = world;
		const { id } = invitePerson(db, as(db, morag), {
			email: 'rona@example.org',
			organisation: inspectorate,
			role: 'inspector'
		});
		const attempts = [
			() =>
				invitePerson(db, as(db, iain), { email: 'a@b.org', organisation: inspectorate, role: 'inspector' }),
			() => revokeInvitation(db, as(db, iain), { invitation: id, organisation: inspectorate }),
			() => revokeInvitation(db, as(db, iain), { invitation: id, organisation: isle })
		];
		for (const attempt of attempts) expect(attempt).toThrow(expect.objectContaining({ code: 'not-found' }));
	});

	test('is refused for a role that the kind of organisation does not have, and for what is no address', () => {
		expect(() => invite('lead-inspector')).toThrow(
			expect.objectContaining({ fields: { role: expect.any(String) } })
		);
		for (const email of ['', 'ailsa', 'ailsa@isle', 'a b@isle.org', 'a@isle.org\nbcc: b@isle.org'])
			expect(() => invite('viewer', email)).toThrow(
				expect.objectContaining({ fields: { email: expect.any(String) } })
			);
	});

	test('to a duty in a review asks for the right to choose its team', () => {
		const { db, inspectorate, morag } = world;
		const review = bringReview(db, inspectorate);
		const invited = { email: 'rona@example.org', role: 'inspector', organisation: inspectorate };
		const duty = { review, duty: 'judge' } as const;
		expect(() => invitePerson(db, as(db, morag), { ...invited, duty })).toThrow(
			expect.objectContaining({ code: 'not-found' })
		);
		const both = personNow(db, morag);
		const lead = {
			...both,
			memberships: [...both.memberships, { ...both.memberships[0]!, role: 'lead-inspector' as const }]
		};
		const { token } = invitePerson(db, { actor: lead, at }, { ...invited, duty });
		const { person } = acceptInvitation(db, visitor, { token, joining: ailsa });
		expect(personNow(db, person).duties).toEqual([{ review, duty: 'judge', standing: 'confirmed' }]);
	});
});

describe('an invitation of somebody who has an account', () => {
	test('is accepted only by that person, signed in', () => {
		const { db, inspectorate, morag, iain } = world;
		const { token } = invitePerson(db, as(db, morag), {
			email: 'iain@example.org',
			organisation: inspectorate,
			role: 'inspector'
		});
		const attempt = (by: typeof visitor | ReturnType<typeof as>, joining: typeof ailsa | null) => () =>
			acceptInvitation(db, by, { token, joining });
		for (const refused of [attempt(visitor, ailsa), attempt(visitor, null), attempt(as(db, morag), null)])
			expect(refused).toThrow(expect.objectContaining({ code: 'signed-in-as-other' }));
		expect(personNow(db, iain).memberships).toContainEqual(
			expect.objectContaining({ organisation: inspectorate, standing: 'invited' })
		);
		attempt(as(db, iain), null)();
		expect(personNow(db, iain).memberships).toContainEqual(
			expect.objectContaining({ organisation: inspectorate, role: 'inspector', standing: 'confirmed' })
		);
	});

	test('gives nothing until it is accepted, and nothing more once it is taken back', () => {
		const { db, isle, iain, inspectorate } = world;
		const rona = join(db, 'Rona', inspectorate, 'inspector');
		const { id } = invite('viewer', 'rona@example.org');
		revokeInvitation(db, as(db, iain), { invitation: id, organisation: isle });
		expect(membershipsOf(db, rona)).toContainEqual(
			expect.objectContaining({ organisationId: isle, standing: 'revoked' })
		);
	});

	test('is refused to people of the example world, whom anybody may be', () => {
		const authorship = { changedBy: 'cairn', changedAt: at };
		world.db
			.insert(organisations)
			.values({ ...exampleOrganisations.member, example: true, ...authorship })
			.run();
		addDemoPerson(world.db, at, 'community');
		expect(() => invite('viewer', 'community@demo.example')).toThrow(
			expect.objectContaining({ fields: { email: expect.any(String) } })
		);
	});

	test('to the role that they have is refused', () => {
		expect(() => invite('administrator', 'iain@example.org')).toThrow(
			expect.objectContaining({ fields: { email: 'This person has this role here already.' } })
		);
	});
});
