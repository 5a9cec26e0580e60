import type * as Crypto from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { addPerson } from '../../../../tests/support/people.ts';
import { totp } from '../../../../tests/support/totp.ts';
import { startSession } from '../commands/start-session.ts';
import { openDatabase, type Database } from '../db/open.ts';
import { authFor } from './auth.ts';
import { onOccasion } from './occasion.ts';
import { hashPassword } from './password-hash.ts';
import { secretOf } from './secret.ts';
import { signToken } from './session-cookie.ts';
import { giveCode, givePassword, type Step } from './steps.ts';

/** What each hash of a password would have cost, in the order in which they were made; here they are made cheaply. */
const hashes = vi.hoisted(() => [] as object[]);
vi.mock('node:crypto', async (original) => {
	const crypto = await original<typeof Crypto>();
	const scrypt = (password: string, salt: Buffer, length: number, cost: object, done: () => void) => {
		hashes.push(cost);
		crypto.scrypt(password, salt, length, { N: 16 }, done);
	};
	return { ...crypto, scrypt };
});

const origin = 'http://localhost:3000';
const password = 'six geese a-laying';
const email = 'morag@isle.example';
let folder: string;
let db: Database;
let morag: string;
let passwordHash: string;

beforeAll(async () => {
	passwordHash = await hashPassword(password);
});
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-steps-'));
	vi.stubEnv('CAIRN_DATA', folder);
	db = openDatabase(folder);
	morag = await addPerson(db, { name: 'Morag', email, passwordHash });
	hashes.length = 0;
});
afterEach(() => {
	vi.unstubAllEnvs();
	vi.useRealTimers();
	db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

type Browser = { address: string; cookies: Map<string, string> };
const browser = (address = '192.0.2.1'): Browser => ({ address, cookies: new Map() });

/** A request of a browser, as far as the steps look at one. `later`: minutes from now. */
function request(from: Browser, later = 0): RequestEvent {
	const cookie = [...from.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	return {
		locals: { db, at: new Date(Date.now() + later * 60_000).toISOString() },
		url: new URL('/sign-in', origin),
		request: new Request(`${origin}/sign-in`, { headers: { cookie, 'user-agent': 'Firefox/140.0' } }),
		getClientAddress: () => from.address,
		cookies: {
			get: (name: string) => {
				const value = from.cookies.get(name);
				return value === undefined ? undefined : decodeURIComponent(value);
			},
			set: (name: string, value: string, { maxAge }: { maxAge?: number }) =>
				maxAge === 0 ? from.cookies.delete(name) : from.cookies.set(name, value)
		}
	} as unknown as RequestEvent;
}

const give = (from: Browser, given: string, account = email, later = 0) =>
	givePassword(request(from, later), { email: account, password: given });
const outcome = (step: Step) =>
	'refused' in step ? step.status : 'code' in step ? 'code' : step.signedIn.name;
const told = () =>
	db.$client.prepare("select verb || ' ' || coalesce(subject, '') || facts from events").pluck().all();

describe('a refused password', () => {
	test('is answered in the same words and with the same work, whether or not there is such an account', async () => {
		const eilidh = await addPerson(db, { name: 'Eilidh', email: 'eilidh@isle.example' });
		const answers = [];
		for (const account of [email, 'nobody@isle.example', 'eilidh@isle.example']) {
			hashes.length = 0;
			answers.push({ step: await give(browser(), 'a wrong password', account), hashes: [...hashes] });
		}
		expect(answers[0]!.hashes).toHaveLength(1);
		expect(answers[0]!.hashes[0]).toMatchObject({ N: 2 ** 17, r: 8, p: 1 });
		expect(answers[1]).toEqual(answers[0]);
		expect(answers[2]).toEqual(answers[0]);
		expect(told()).toEqual([morag, '', eilidh].map((id) => `sign-in-refused ${id}{"step":"password"}`));
	});
});

describe('guesses at a password', () => {
	test('end after ten in five minutes, for this account and from this address alone', async () => {
		await addPerson(db, { name: 'Eilidh', email: 'eilidh@isle.example', passwordHash });
		const guesser = browser('203.0.113.9');
		for (let guess = 0; guess < 10; guess += 1)
			expect(outcome(await give(guesser, `guess ${guess}`, guess % 2 ? email : 'Morag@Isle.example '))).toBe(
				401
			);
		hashes.length = 0;
		expect(outcome(await give(guesser, password))).toBe(429);
		expect(hashes).toEqual([]);
		expect(outcome(await give(browser('198.51.100.7'), password))).toBe('Morag');
		expect(outcome(await give(guesser, password, 'eilidh@isle.example'))).toBe('Eilidh');
		expect(outcome(await give(guesser, password, email, 5.1))).toBe('Morag');
	});

	test('end the same for an account that is not there', async () => {
		const guesser = browser('203.0.113.9');
		for (let guess = 0; guess < 10; guess += 1) await give(guesser, 'a guess', 'nobody@isle.example');
		expect(await give(guesser, 'a guess', 'nobody@isle.example')).toMatchObject({ status: 429 });
	});

	test('begin anew after a right one', async () => {
		const owner = browser();
		for (let guess = 0; guess < 9; guess += 1) await give(owner, 'a slip');
		expect(outcome(await give(owner, password))).toBe('Morag');
		expect(outcome(await give(owner, 'a slip'))).toBe(401);
		expect(outcome(await give(owner, password))).toBe('Morag');
	});
});

/** Turns a second factor on for Morag. Returns her ten codes, and what her authenticator shows now. */
async function withSecondFactor() {
	const at = new Date().toISOString();
	const auth = await authFor(db, origin);
	const { token } = startSession(db, at, { person: morag, how: 'password', userAgent: null, lasts: 60_000 });
	const headers = new Headers({ cookie: `cairn.session_token=${signToken(token, secretOf(folder))}` });
	const made = await onOccasion({ at, how: 'renewal', replaces: token }, async () => {
		const asked = await auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers });
		const { internalAdapter } = await auth.$context;
		await internalAdapter.updateUser(morag, { twoFactorEnabled: true });
		return asked;
	});
	if (!('backupCodes' in made)) throw new Error('No codes');
	const secret = new URL(made.totpURI).searchParams.get('secret')!;
	return { codes: made.backupCodes, now: () => totp(secret) };
}

describe('the second step', () => {
	test('takes a code of the authenticator, once', async () => {
		const { now } = await withSecondFactor();
		const [first, second] = [browser(), browser('198.51.100.7')];
		expect(outcome(await give(first, password))).toBe('code');
		expect(outcome(await give(second, password))).toBe('code');
		const code = await now();
		expect(outcome(await giveCode(request(first), `${code.slice(0, 3)} ${code.slice(3)}`))).toBe('Morag');
		expect(outcome(await giveCode(request(second), code))).toBe(401);
		expect(first.cookies.has('cairn.session_token')).toBe(true);
		expect(second.cookies.has('cairn.session_token')).toBe(false);
	});

	test('takes each recovery code once, however it is typed', async () => {
		const { codes } = await withSecondFactor();
		const owner = browser();
		await give(owner, password);
		expect(outcome(await giveCode(request(owner), ` ${codes[3]!.toUpperCase().replace('-', ' ')}`))).toBe(
			'Morag'
		);
		await give(owner, password);
		expect(outcome(await giveCode(request(owner), codes[3]!))).toBe(401);
		expect(outcome(await giveCode(request(owner), codes[4]!))).toBe('Morag');
		expect(told()).toContain(`recovery-code-used ${morag}{}`);
	});

	test('is refused without the first, and begins anew after five wrong codes', async () => {
		const { codes } = await withSecondFactor();
		expect(await giveCode(request(browser()), codes[0]!)).toMatchObject({ status: 401, again: true });
		const owner = browser();
		await give(owner, password);
		for (let wrong = 0; wrong < 5; wrong += 1)
			expect(await giveCode(request(owner), `${wrong}00000`)).not.toHaveProperty('again');
		expect(await giveCode(request(owner), codes[0]!)).toMatchObject({ status: 401, again: true });
		await give(owner, password);
		expect(outcome(await giveCode(request(owner), codes[0]!))).toBe('Morag');
	});

	test('ends after ten wrong codes in five minutes from one address, but not from another', async () => {
		const { codes } = await withSecondFactor();
		const guesser = browser('203.0.113.9');
		for (let wrong = 0; wrong < 10; wrong += 1) {
			if (wrong % 5 === 0) await give(guesser, password);
			await giveCode(request(guesser), `${wrong}11111`);
		}
		await give(guesser, password);
		expect(outcome(await giveCode(request(guesser), codes[0]!))).toBe(429);
		const owner = browser();
		await give(owner, password);
		expect(outcome(await giveCode(request(owner), codes[0]!))).toBe('Morag');
	});

	test('that was encrypted with a secret that is lost says so', async () => {
		const { codes } = await withSecondFactor();
		db.$client.close();
		db = openDatabase(folder);
		vi.stubEnv('CAIRN_SECRET', 'another secret than the one of before');
		const owner = browser();
		expect(outcome(await give(owner, password))).toBe('code');
		expect(await giveCode(request(owner), codes[0]!)).toMatchObject({
			refused: expect.stringContaining('cannot be read any more')
		});
	});
});
