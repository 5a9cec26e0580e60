import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { halfBegunReview } from '../../../../tests/support/half-begun-review.ts';
import { operator } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { events } from '../db/schema/trail.ts';
import { openCairn } from '../open-cairn.ts';
import { findActor, isUnclaimed } from '../queries/actors.ts';
import { findHost } from '../queries/host.ts';
import { findReviewResource } from '../queries/resources.ts';
import { verifyTrail } from '../queries/verify-trail.ts';
import { addDemoPerson, demoPeople } from './add-demo-person.ts';
import { addFirstAdministrator, type FirstAdministrator } from './add-first-administrator.ts';
import { importReview } from './import-review.ts';

const at = '2026-03-02T09:00:00.000Z';
const first: FirstAdministrator = {
	name: 'Morag',
	email: 'Morag@isle.example',
	passwordHash: 'hash',
	organisation: { kind: 'partnership', name: 'The isle', partnership: 'S37000022' },
	leads: true
};
let db: Database;
beforeEach(() => {
	db = openCairn(':memory:', at);
});
afterEach(() => db.$client.close());

describe('the first administrator', () => {
	test('looks after the installation for an organisation that takes over the reviews of nobody, and no example', () => {
		importReview(db, halfBegunReview, { actor: operator, at });
		const id = addFirstAdministrator(db, at, first);
		const host = findHost(db)!;
		expect(host).toMatchObject({ name: 'The isle', kind: 'partnership' });
		expect(findActor(db, id)!.memberships).toEqual([
			{ organisation: host.id, role: 'administrator', standing: 'confirmed', host: true },
			{ organisation: host.id, role: 'partnership-lead', standing: 'confirmed', host: true }
		]);
		expect(findReviewResource(db, 'isle-2025')!.organisation).toBe(host.id);
		expect(findReviewResource(db, 'south-lanarkshire-2018')!.organisation).toBe('example-inspectorate');
		expect(isUnclaimed(db)).toBe(false);
	});

	test('is who did it, in every event of the set-up', () => {
		importReview(db, halfBegunReview, { actor: operator, at });
		const before = db.select().from(events).all().length;
		const id = addFirstAdministrator(db, at, first);
		const told = db.select().from(events).orderBy(asc(events.id)).all().slice(before);
		expect(told.map(({ verb, actor, person }) => [verb, actor, person])).toEqual(
			['organisation-added', 'person-added', 'membership-confirmed', 'review-given'].map((verb) => [
				verb,
				'person',
				id
			])
		);
		expect(verifyTrail(db).faults).toEqual([]);
	});

	test.each([
		['scrutiny-body', true, ['administrator', 'lead-inspector']],
		['national-body', true, ['administrator']],
		['scrutiny-body', false, ['administrator']]
	] as const)('of a %s, leading %s, has the roles %s', (kind, leads, roles) => {
		const organisation = { kind, name: 'The body', partnership: null };
		const id = addFirstAdministrator(db, at, { ...first, organisation, leads });
		expect(findActor(db, id)!.memberships.map(({ role }) => role)).toEqual(roles);
	});

	test('is made once, whatever people of the example there are', () => {
		addDemoPerson(db, at, 'lead');
		addFirstAdministrator(db, at, first);
		expect(() => addFirstAdministrator(db, at, { ...first, email: 'eve@isle.example' })).toThrow(
			'set up already'
		);
	});

	test('with a slip in the form leaves nothing behind', () => {
		const before = db.$client.prepare('select count(*) from events').pluck().get();
		expect(() => addFirstAdministrator(db, at, { ...first, email: 'morag' })).toThrow('Look again');
		expect(findHost(db)).toBeNull();
		expect(db.$client.prepare('select count(*) from events').pluck().get()).toBe(before);
	});
});

describe('the people of the example', () => {
	test('are made at the first press, belong to the example alone, and have no password', () => {
		const names = Object.keys(demoPeople) as (keyof typeof demoPeople)[];
		const ids = names.map((name) => addDemoPerson(db, at, name));
		expect(names.map((name) => addDemoPerson(db, at, name))).toEqual(ids);
		for (const id of ids) {
			const person = findActor(db, id)!;
			expect(person.demo).toBe(true);
			for (const { organisation } of person.memberships) expect(organisation).toMatch(/^example-/);
		}
		expect(db.$client.prepare('select count(*) from credentials').pluck().get()).toBe(0);
		const given = db.$client
			.prepare('select record, reading from given_records order by record')
			.raw()
			.all() as [number, number][];
		expect(given.map(([record]) => record)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
		// The last two to be read a second time, so that the desk can be tried and what counts stays as it is.
		expect(given.map(([, reading]) => reading)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2]);
	});
});
