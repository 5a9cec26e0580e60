import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { addPerson } from '../../../../tests/support/people.ts';
import { startSession } from '../commands/start-session.ts';
import { openDatabase, type Database } from '../db/open.ts';
import { findPasswordHash, findSession } from '../queries/sessions.ts';
import { authFor, type Auth } from './auth.ts';
import { onOccasion, type Occasion } from './occasion.ts';
import { hashPassword } from './password-hash.ts';
import { secretName, secretOf } from './secret.ts';
import { readSignedToken, signToken } from './session-cookie.ts';

const origin = 'http://localhost:3000';
const password = 'six geese a-laying';
const email = 'morag@isle.example';
let folder: string;
let db: Database;
let auth: Auth;
let morag: string;
let passwordHash: string;

beforeAll(async () => {
	passwordHash = await hashPassword(password);
});
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-auth-'));
	vi.stubEnv('CAIRN_DATA', folder);
	db = openDatabase(folder);
	auth = await authFor(db, origin);
	morag = await addPerson(db, { name: 'Morag', email, passwordHash });
});
afterEach(() => {
	vi.unstubAllEnvs();
	db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

const at = () => new Date().toISOString();
const during = <Result>(occasion: Omit<Occasion, 'at'>, call: () => Promise<Result>) =>
	onOccasion({ at: at(), ...occasion }, call);
const all = (sql: string) => db.$client.prepare(sql).all() as Record<string, unknown>[];
const told = () => all('select verb, person, facts from events').map(({ verb }) => verb);
const signIn = (given = { email, password }) =>
	during({ how: 'password' }, () => auth.api.signInEmail({ body: given, returnHeaders: true }));

/** A session as the server begins it, and the headers that bring it. */
function begin(person: string) {
	const { token } = startSession(db, at(), { person, how: 'password', userAgent: null, lasts: 3_600_000 });
	const cookie = `cairn.session_token=${signToken(token, secretOf(folder))}`;
	return { token, headers: new Headers({ cookie }) };
}

async function turnOn(person: string) {
	const { token, headers } = begin(person);
	const body = { password, method: 'totp' } as const;
	await during({ how: 'renewal', replaces: token }, () => auth.api.enableTwoFactor({ body, headers }));
	const { backupCodes: codes } = await auth.api.viewBackupCodes({ body: { userId: person } });
	return { token, headers, codes };
}

describe('the secret of an installation', () => {
	test('is made once, for its own account alone', () => {
		const secret = secretOf(folder);
		expect(secret).toMatch(/^[\w-]{43}$/);
		expect(statSync(join(folder, secretName)).mode & 0o777).toBe(0o600);
		expect(secretOf(folder)).toBe(secret);
	});

	test('may be given, and is refused when it is short', () => {
		expect(secretOf(folder, { CAIRN_SECRET: 'x'.repeat(32) })).toBe('x'.repeat(32));
		expect(() => secretOf(folder, { CAIRN_SECRET: 'short' })).toThrow('shorter than 32');
	});
});

describe('the cookie of a session', () => {
	test('is the one that better-auth sets, and only as it was signed', async () => {
		const { headers } = await signIn();
		const value = decodeURIComponent(headers.getSetCookie()[0]!.match(/=([^;]+)/)![1]!);
		const token = readSignedToken(value, secretOf(folder))!;
		expect(findSession(db, token, at(), 60_000)).toMatchObject({ person: morag, over: null });
		expect(readSignedToken(`x${value}`, secretOf(folder))).toBeNull();
		expect(readSignedToken(value, 'another secret')).toBeNull();
		expect(readSignedToken(token, secretOf(folder))).toBeNull();
		expect(readSignedToken(undefined, secretOf(folder))).toBeNull();
	});
});

describe('a sign-in', () => {
	test('begins one session and tells the trail who', async () => {
		await signIn();
		expect(all('select person, facts from events')).toEqual([{ person: morag, facts: '{"how":"password"}' }]);
		expect(all('select user_agent, ip_address from sessions')).toEqual([
			{ user_agent: null, ip_address: null }
		]);
	});

	test('with a wrong password begins nothing', async () => {
		await expect(signIn({ email, password: 'six geese a-leaving' })).rejects.toThrow();
		expect(all('select id from sessions')).toEqual([]);
	});

	test('whose event cannot be written does not happen', async () => {
		db.$client.exec("create trigger full before insert on events begin select raise(abort, 'no room'); end");
		await expect(signIn()).rejects.toThrow();
		expect(all('select id from sessions')).toEqual([]);
	});

	test('that shows only a password begins no session while a code is asked for', async () => {
		db.$client.exec('update people set two_factor_enabled = 1');
		const { response } = await signIn();
		expect(response).toMatchObject({ twoFactorRedirect: true });
		expect(all('select id from sessions')).toEqual([]);
		expect(told()).toEqual([]);
	});
});

describe('better-auth', () => {
	test('makes no people', async () => {
		const body = { name: 'Eve', email: 'eve@isle.example', password: 'ten lords a-leaping' };
		await expect(auth.api.signUpEmail({ body })).rejects.toThrow();
		const { adapter } = await auth.$context;
		await expect(
			during({ how: 'provider' }, () =>
				adapter.create({ model: 'user', data: { name: 'Eve', email: 'eve@isle.example' } })
			)
		).rejects.toThrow('may not make a user');
		expect(all('select name from people')).toEqual([{ name: 'Morag' }]);
	});

	test('changes neither passwords nor names', async () => {
		const { internalAdapter } = await auth.$context;
		const before = findPasswordHash(db, morag);
		await expect(
			during({ how: 'renewal' }, () => internalAdapter.updatePassword(morag, 'other'))
		).rejects.toThrow('may not change password');
		await expect(
			during({ how: 'renewal' }, () => internalAdapter.updateUser(morag, { name: 'Eve' }))
		).rejects.toThrow('may not change name');
		expect(findPasswordHash(db, morag)).toBe(before);
	});

	test('writes nothing when nobody said why', async () => {
		await expect(auth.api.signInEmail({ body: { email, password } })).rejects.toThrow('no occasion');
		expect(all('select id from sessions')).toEqual([]);
	});
});

describe('a second factor', () => {
	test('is asked for only once it can be given: person and secret change together', async () => {
		const { headers, token } = await turnOn(morag);
		const { adapter, internalAdapter } = await auth.$context;
		expect(
			await adapter.findOne({ model: 'twoFactor', where: [{ field: 'userId', value: morag }] })
		).toMatchObject({ verified: false });
		await during({ how: 'renewal', replaces: token }, () =>
			internalAdapter.updateUser(morag, { twoFactorEnabled: true })
		);
		expect(all('select verified from two_factors')).toEqual([{ verified: 1 }]);
		await during({ how: 'renewal', replaces: token }, () =>
			auth.api.disableTwoFactor({ body: { password }, headers })
		);
		expect(all('select verified from two_factors')).toEqual([]);
		expect(told()).toEqual([
			'signed-in',
			'recovery-codes-made',
			'second-factor-on',
			'second-factor-off',
			'sessions-ended'
		]);
	});

	test('that was begun and never confirmed can be given up', async () => {
		const { headers, token } = await turnOn(morag);
		await during({ how: 'renewal', replaces: token }, () =>
			auth.api.disableTwoFactor({ body: { password }, headers })
		);
		expect(all('select verified from two_factors')).toEqual([]);
	});

	test('has a secret and codes that lie encrypted', async () => {
		const { codes } = await turnOn(morag);
		expect(codes).toHaveLength(10);
		const [kept] = all('select secret, backup_codes from two_factors');
		expect(String(kept!.backup_codes)).not.toContain(codes[0]);
		expect(String(kept!.secret)).toMatch(/^[0-9a-f]{64,}$/);
	});
});
