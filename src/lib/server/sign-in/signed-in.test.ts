import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addPerson, sessionCookie } from '../../../../tests/support/people.ts';
import { endOwnSessions, endSessions, signOut } from '../commands/end-sessions.ts';
import { change } from '../commands/change.ts';
import { operator } from '../access/actor.ts';
import { openDatabase, type Database } from '../db/open.ts';
import { findActor } from '../queries/actors.ts';
import { broughtSession, findSignedIn } from './signed-in.ts';

const minute = 60_000;
let folder: string;
let db: Database;
let morag: string;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-signed-in-'));
	vi.stubEnv('CAIRN_DATA', folder);
	db = openDatabase(folder);
	morag = await addPerson(db, { name: 'Morag', email: 'morag@isle.example' });
});
afterEach(() => {
	vi.unstubAllEnvs();
	db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

const begin = () => decodeURIComponent(sessionCookie(folder, morag).split('=').slice(1).join('='));

/** A request that brings a cookie, some minutes from now. */
const request = (cookie: string | undefined, later = 0) =>
	({
		url: new URL('http://localhost:3000/account'),
		locals: { at: new Date(Date.now() + later * minute).toISOString() },
		cookies: { get: (name: string) => (name === 'cairn.session_token' ? cookie : undefined) }
	}) as unknown as RequestEvent;
const who = (cookie: string | undefined, later = 0) => {
	const actor = findSignedIn(db, request(cookie, later));
	return actor.kind === 'person' ? actor.name : actor.kind;
};
const seen = () => db.$client.prepare('select max(seen_at) from sessions').pluck().get() as number;
const told = () => db.$client.prepare("select verb || ' ' || facts from events").pluck().all();

describe('who is behind a request', () => {
	test('is the person of its session, and nobody with a cookie that is not signed or without one', () => {
		const cookie = begin();
		expect(who(cookie)).toBe('Morag');
		expect(who(undefined)).toBe('visitor');
		expect(who(cookie.replace(/^./, (first) => (first === 'x' ? 'y' : 'x')))).toBe('visitor');
		expect(who(cookie.split('.')[0])).toBe('visitor');
	});

	test('is remembered to the minute', () => {
		const cookie = begin();
		const first = seen();
		who(cookie, 0.9);
		expect(seen()).toBe(first);
		who(cookie, 1.1);
		expect(seen()).toBeGreaterThan(first);
	});

	test('is told all the same when nothing can be written', () => {
		const cookie = begin();
		db.$client
			.exec(`create trigger full_1 before update on sessions begin select raise(abort, 'no room'); end;
			create trigger full_2 before insert on events begin select raise(abort, 'no room'); end`);
		expect(who(cookie, 5)).toBe('Morag');
		expect(who(cookie, 90)).toBe('visitor');
	});

	test('is nobody after an hour without use, for good; and after twelve hours of any use', () => {
		const idle = begin();
		expect(who(idle, 61)).toBe('visitor');
		vi.stubEnv('CAIRN_IDLE_MINUTES', '600');
		expect(who(idle, 62)).toBe('visitor');
		vi.stubEnv('CAIRN_IDLE_MINUTES', '');
		expect(told()).toContain('sessions-ended {"count":1,"why":"idle"}');
		const busy = begin();
		for (let hour = 1; hour < 12; hour += 1) for (const part of [0, 20, 40]) who(busy, hour * 60 - 60 + part);
		expect(who(busy, 12 * 60 - 41)).toBe('Morag');
		expect(who(busy, 12 * 60 - 2)).toBe('Morag');
		expect(who(busy, 12 * 60 + 1)).toBe('visitor');
	});
});

describe('sessions end', () => {
	const person = () => findActor(db, morag)!;
	const by = () => ({ actor: person(), at: new Date().toISOString() });

	test('by signing out: that one alone, and of whom it was is still known for what was being written', () => {
		const [one, other] = [begin(), begin()];
		signOut(db, by(), broughtSession(db, request(one))!.id);
		expect([who(one), who(other)]).toEqual(['visitor', 'Morag']);
		expect(broughtSession(db, request(one))).toMatchObject({ person: morag, over: 'absolute' });
	});

	test('all with another role, in the one change with its own event', () => {
		const cookies = [begin(), begin(), begin()];
		const at = new Date().toISOString();
		const of = () => ({ kind: 'person', id: morag }) as const;
		change(db, { actor: operator, at }, { action: 'look-after-account', of }, (note) =>
			endSessions(db, { actor: operator, at }, morag, note)
		);
		expect(cookies.map((cookie) => who(cookie))).toEqual(['visitor', 'visitor', 'visitor']);
		expect(told().at(-1)).toBe('sessions-ended {"count":3,"why":"role"}');
	});

	test('only one’s own: the id of somebody else’s ends nothing', async () => {
		const cookie = begin();
		const eilidh = await addPerson(db, { name: 'Eilidh', email: 'eilidh@isle.example' });
		const asEilidh = { actor: findActor(db, eilidh)!, at: new Date().toISOString() };
		const { id } = broughtSession(db, request(cookie))!;
		expect(endOwnSessions(db, asEilidh, { only: id, why: 'asked' })).toBe(0);
		signOut(db, asEilidh, id);
		expect(who(cookie)).toBe('Morag');
	});
});
