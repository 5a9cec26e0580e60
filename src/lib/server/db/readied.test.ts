import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openDatabase, type Database } from './open.ts';
import { readied } from './readied.ts';
import { organisations } from './schema/organisations.ts';

let made = 0;
const nameOf = readied((db) => {
	made += 1;
	return db
		.select({ name: organisations.name })
		.from(organisations)
		.where(eq(organisations.id, sql.placeholder('id')))
		.prepare();
});
const by = { changedAt: '2026-01-01T00:00:00.000Z', changedBy: 'ailsa' };
const add = (db: Database, id: string, name: string) =>
	db
		.insert(organisations)
		.values({ id, name, kind: 'partnership', ...by })
		.run();

describe('a query that is made ready', () => {
	test('is made once for a connection, and answers each time with what is there then', () => {
		const [one, other] = [openDatabase(':memory:'), openDatabase(':memory:')];
		made = 0;
		add(one, 'isle', 'Isle');
		expect(nameOf(one).get({ id: 'isle' })).toEqual({ name: 'Isle' });
		one.update(organisations).set({ name: 'Isle of Bute' }).run();
		expect(nameOf(one).get({ id: 'isle' })).toEqual({ name: 'Isle of Bute' });
		expect(made).toBe(1);
		expect(nameOf(other).get({ id: 'isle' })).toBeUndefined();
		expect(made).toBe(2);
	});

	test('sees within a transaction what was written in it, and afterwards that it was taken back', () => {
		const db = openDatabase(':memory:');
		expect(() =>
			db.transaction(() => {
				add(db, 'isle', 'Isle');
				expect(nameOf(db).get({ id: 'isle' })).toEqual({ name: 'Isle' });
				throw new Error('No.');
			})
		).toThrow('No.');
		expect(nameOf(db).get({ id: 'isle' })).toBeUndefined();
	});
});
