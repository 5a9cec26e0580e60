import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import {
	as,
	byOperator,
	join,
	openOrganisations,
	sessionsOf,
	sitDown,
	verbsOf,
	type Organisations
} from '../../../../tests/support/organisations.ts';
import { people, twoFactors } from '../db/schema/people.ts';
import { findAccount } from '../queries/secret-links.ts';
import { removeSecondFactor } from './remove-second-factor.ts';

let world: Organisations;
let ailsa: string;
let email: string;
beforeEach(() => {
	world = openOrganisations();
	ailsa = join(world.db, 'Ailsa', world.isle, 'viewer');
	email = world.db.select().from(people).where(eq(people.id, ailsa)).get()!.email;
	world.db
		.insert(twoFactors)
		.values({ id: 'f', secret: 'sealed', backupCodes: 'sealed', userId: ailsa })
		.run();
	world.db.update(people).set({ twoFactorEnabled: true }).where(eq(people.id, ailsa)).run();
});
const factors = () => world.db.select().from(twoFactors).all().length;

describe('a second factor that is lost', () => {
	test('is taken off by whoever runs the machine; the sessions end, and the trail tells it', () => {
		sitDown(world.db, ailsa);
		expect(removeSecondFactor(world.db, byOperator, ` ${email.toUpperCase()} `)).toBe(ailsa);
		expect(factors()).toBe(0);
		expect(world.db.select().from(people).where(eq(people.id, ailsa)).get()).toMatchObject({
			twoFactorEnabled: false
		});
		expect(sessionsOf(world.db, ailsa)).toBe(0);
		expect(verbsOf(world.db).slice(-2)).toEqual(['second-factor-off', 'sessions-ended']);
	});

	test('is taken off by nobody else, not even an administrator', () => {
		expect(() => removeSecondFactor(world.db, as(world.db, world.iain), email)).toThrow(
			expect.objectContaining({ code: 'not-found' })
		);
		expect(factors()).toBe(1);
	});

	test('is said not to be there where there is none, or nobody', () => {
		removeSecondFactor(world.db, byOperator, email);
		expect(() => removeSecondFactor(world.db, byOperator, email)).toThrow('has no second factor');
		expect(() => removeSecondFactor(world.db, byOperator, 'nobody@isle.example')).toThrow('Nobody has');
		expect(findAccount(world.db, email)?.id).toBe(ailsa);
	});
});
