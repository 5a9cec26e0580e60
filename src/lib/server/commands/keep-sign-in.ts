/**
 * How better-auth keeps what it keeps: each write is one transaction with its event, or it is not made. It may not make
 * people (that is `commands/add-person.ts`), nor change passwords (`commands/set-password.ts`). What only waits for a
 * next step (verifications, counts of wrong codes) tells the trail nothing.
 */
import { randomUUID } from 'node:crypto';
import type { CustomAdapter } from 'better-auth/adapters';
import { and, asc, count, desc, eq, getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from '../db/open.ts';
import { credentials, people, sessions, twoFactors, verifications } from '../db/schema/people.ts';
import { columnOf, whereOf, type Condition } from '../db/where.ts';
import { findActor } from '../queries/actors.ts';
import { presentOccasion } from '../sign-in/occasion.ts';
import { change, notThere, type NoteEvent } from './change.ts';
import { startSession } from './start-session.ts';

const tables: Record<string, SQLiteTable> = {
	user: people,
	session: sessions,
	account: credentials,
	verification: verifications,
	twoFactor: twoFactors
};

type Row = Record<string, unknown> & { id: string };

/** `lasts`: milliseconds that a session lasts however busy it is. */
export function keepSignIn(db: Database, lasts: () => number): CustomAdapter {
	const find = (model: string, where?: readonly Condition[]) =>
		db
			.select()
			.from(tableOf(model))
			.where(whereOf(tableOf(model), where))
			.get() as Row | undefined;

	const update = (
		model: string,
		where: readonly Condition[],
		values: Record<string, unknown>
	): Row | null => {
		const row = find(model, where);
		if (!row) return null;
		const changed = differing(row, values);
		if (Object.keys(changed).length > 0) write(db, model, row, changed);
		return find(model, [{ field: 'id', operator: 'eq', value: row.id, connector: 'AND' }]) ?? null;
	};

	const remove = (model: string, where: readonly Condition[]): number =>
		rowsOf(db, model, where).filter((row) => removeRow(db, model, row)).length;

	const adapter = {
		create: async ({ model, data }: { model: string; data: Record<string, unknown> }) =>
			create(db, model, data, lasts()),
		findOne: async ({ model, where }: { model: string; where: readonly Condition[] }) =>
			find(model, where) ?? null,
		findMany: async ({ model, where, limit, offset, sortBy }: Many) => {
			const sorted =
				sortBy && (sortBy.direction === 'asc' ? asc : desc)(columnOf(tableOf(model), sortBy.field));
			const query = db
				.select()
				.from(tableOf(model))
				.where(whereOf(tableOf(model), where))
				.$dynamic();
			return (sorted ? query.orderBy(sorted) : query)
				.limit(limit ?? 100)
				.offset(offset ?? 0)
				.all();
		},
		count: async ({ model, where }: { model: string; where?: readonly Condition[] }) =>
			db
				.select({ rows: count() })
				.from(tableOf(model))
				.where(whereOf(tableOf(model), where))
				.get()!.rows,
		update: async ({ model, where, update: values }: Update) => update(model, where, values),
		updateMany: async ({ model, where, update: values }: Update) =>
			rowsOf(db, model, where).filter(({ id }) =>
				update(model, [{ field: 'id', operator: 'eq', value: id, connector: 'AND' }], values)
			).length,
		delete: async ({ model, where }: { model: string; where: readonly Condition[] }) =>
			void remove(model, where),
		deleteMany: async ({ model, where }: { model: string; where: readonly Condition[] }) =>
			remove(model, where),
		consumeOne: async ({ model, where }: { model: string; where: readonly Condition[] }) => {
			const row = find(model, where);
			return row && removeRow(db, model, row) ? row : null;
		},
		// Nothing waits between reading and writing here: no other call comes in between.
		incrementOne: async ({ model, where, increment, set = {} }: Increment) => {
			const row = find(model, where);
			const sums = Object.entries(increment).map(([field, by]) => [field, Number(row?.[field] ?? 0) + by]);
			return row ? update(model, where, { ...Object.fromEntries(sums), ...set }) : null;
		}
	};
	return adapter as unknown as CustomAdapter;
}

type Many = {
	model: string;
	where?: readonly Condition[];
	limit?: number;
	offset?: number;
	sortBy?: { field: string; direction: 'asc' | 'desc' };
};
type Update = { model: string; where: readonly Condition[]; update: Record<string, unknown> };
type Increment = {
	model: string;
	where: readonly Condition[];
	increment: Record<string, number>;
	set?: Record<string, unknown>;
};

function tableOf(model: string): SQLiteTable {
	const table = tables[model];
	if (!table) throw new Error(`better-auth has no table “${model}” here`);
	return table;
}

const rowsOf = (db: Database, model: string, where: readonly Condition[]): Row[] =>
	db
		.select()
		.from(tableOf(model))
		.where(whereOf(tableOf(model), where))
		.all() as Row[];

const withColumns = (model: string, values: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(values).filter(([field]) => field in getTableColumns(tableOf(model))));

/** Those of the values that a row does not have yet; a time of change alone is no change. */
function differing(row: Row, values: Record<string, unknown>): Record<string, unknown> {
	const changed = Object.entries(values).filter(
		([field, value]) => field !== 'updatedAt' && plain(row[field]) !== plain(value)
	);
	return Object.fromEntries(changed);
}

const plain = (value: unknown) => (value instanceof Date ? value.getTime() : (value ?? null));

function create(db: Database, model: string, given: Record<string, unknown>, lasts: number): unknown {
	const values = { id: randomUUID(), ...given };
	switch (model) {
		case 'verification':
			return insert(db, model, values);
		case 'session':
			return createSession(db, given, lasts);
		case 'twoFactor':
			return changeOf(db, String(given.userId), (note) => {
				note({ verb: 'recovery-codes-made', subject: String(given.userId) });
				return insert(db, model, values);
			});
		case 'account':
			return linkProvider(db, values);
		default:
			throw new Error(`better-auth may not make a ${model}`);
	}
}

const insert = (db: Database, model: string, values: Record<string, unknown>) =>
	db.insert(tableOf(model)).values(withColumns(model, values)).returning().get();

/**
 * A right password alone begins no session of somebody with a second factor: better-auth makes one and takes it back
 * at once, so it is not even kept.
 */
function createSession(db: Database, given: Record<string, unknown>, lasts: number): unknown {
	const { how, at, replaces } = presentOccasion();
	const person = String(given.userId);
	const token = String(given.token);
	const userAgent = given.userAgent ? String(given.userAgent) : null;
	if (how === 'password' && hasSecondFactor(db, person)) return { ...given, id: 'not kept' };
	return startSession(db, at, { person, token, how, userAgent, lasts, replaces });
}

function hasSecondFactor(db: Database, person: string): boolean {
	const row = db.select({ on: people.twoFactorEnabled }).from(people).where(eq(people.id, person)).get();
	return row?.on === true;
}

/**
 * Connects somebody's account with a provider that says their address of e-mail is theirs. Where there is a password,
 * whoever chose it need not be who has the mailbox: then only they who are signed in with it may connect the two, or
 * one would come into an account that somebody else has prepared. The keys that the provider gives are not kept.
 */
function linkProvider(db: Database, values: Record<string, unknown>): unknown {
	const person = String(values.userId);
	if (values.providerId === 'credential') throw new Error('better-auth may not make a password');
	const { signedInAs } = presentOccasion();
	if (signedInAs !== person && hasPassword(db, person)) throw new Error('Not connected by its owner');
	const kept = { accessToken: null, refreshToken: null, idToken: null };
	return changeOf(db, person, (note) => {
		note({ verb: 'provider-linked', subject: person });
		db.update(people).set({ emailVerified: true }).where(eq(people.id, person)).run();
		return insert(db, 'account', { ...values, ...kept });
	});
}

function hasPassword(db: Database, person: string): boolean {
	const own = and(eq(credentials.userId, person), eq(credentials.providerId, 'credential'));
	return db.select({ id: credentials.id }).from(credentials).where(own).get() !== undefined;
}

/** Changes the row of a table, with the event that it makes. */
function write(db: Database, model: string, row: Row, changed: Record<string, unknown>): void {
	const table = tableOf(model);
	const set = () =>
		db
			.update(table)
			.set(withColumns(model, { ...changed, updatedAt: new Date() }))
			.where(eq(columnOf(table, 'id'), row.id))
			.run();
	if (model === 'verification') return void set();
	if (model === 'user' && only(changed, ['twoFactorEnabled'])) return turnSecondFactor(db, row, set);
	if (model === 'twoFactor') {
		if (only(changed, ['failedVerificationCount', 'lockedUntil'])) return void set();
		const person = String(row.userId);
		return changeOf(db, person, (note) => {
			const used = presentOccasion().how === 'recovery-code';
			note({ verb: used ? 'recovery-code-used' : 'recovery-codes-made', subject: person });
			set();
		});
	}
	throw new Error(`better-auth may not change ${Object.keys(changed).join(', ')} of a ${model}`);
}

const only = (changed: Record<string, unknown>, fields: readonly string[]) =>
	Object.keys(changed).every((field) => fields.includes(field));

/** Person and secret change together: a second factor that is asked for is one that can be given. */
function turnSecondFactor(db: Database, row: Row, set: () => unknown): void {
	const on = row.twoFactorEnabled !== true;
	changeOf(db, row.id, (note) => {
		note({ verb: on ? 'second-factor-on' : 'second-factor-off', subject: row.id });
		set();
		if (on) db.update(twoFactors).set({ verified: true }).where(eq(twoFactors.userId, row.id)).run();
		else db.delete(twoFactors).where(eq(twoFactors.userId, row.id)).run();
	});
}

/** Whether a row was there to be removed. Sessions are ended by their own commands, and a second factor with its person. */
function removeRow(db: Database, model: string, row: Row): boolean {
	if (model === 'session') return true;
	if (!onlyWaits(db, model, row)) throw new Error(`better-auth may not remove a ${model}`);
	const table = tableOf(model);
	return (
		db
			.delete(table)
			.where(eq(columnOf(table, 'id'), row.id))
			.run().changes > 0
	);
}

/** A verification, or a second factor that was begun and never confirmed. */
const onlyWaits = (db: Database, model: string, row: Row): boolean =>
	model === 'verification' || (model === 'twoFactor' && !hasSecondFactor(db, String(row.userId)));

function changeOf<Result>(db: Database, person: string, work: (note: NoteEvent) => Result): Result {
	const actor = findActor(db, person);
	if (!actor) throw notThere();
	const of = () => ({ kind: 'person', id: person }) as const;
	return change(db, { actor, at: presentOccasion().at }, { action: 'look-after-account', of }, work);
}
