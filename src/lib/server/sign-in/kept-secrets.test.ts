/** Secrets that Cairn makes: how much chance is in them, and what they are worth to who finds the database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addPerson } from '../../../../tests/support/people.ts';
import { totp } from '../../../../tests/support/totp.ts';
import { makeOwnPasswordLink } from '../commands/send-password-link.ts';
import { startSession } from '../commands/start-session.ts';
import { usePasswordLink } from '../commands/use-password-link.ts';
import { openDatabase, type Database } from '../db/open.ts';
import { newToken } from '../secret-link.ts';
import { authFor } from './auth.ts';
import { onOccasion } from './occasion.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { secretOf } from './secret.ts';
import { signToken } from './session-cookie.ts';

const origin = 'http://localhost:3000';
const email = 'morag@isle.example';
let folder: string;
let db: Database;
let morag: string;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-secrets-'));
	vi.stubEnv('CAIRN_DATA', folder);
	db = openDatabase(folder);
	// No password fits: these tests come in by sessions of their own.
	morag = await addPerson(db, { name: 'Morag', email, passwordHash: 'none' });
});
afterEach(() => {
	vi.unstubAllEnvs();
	db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

const now = () => new Date().toISOString();
const during = <Result>(call: () => Promise<Result>) => onOccasion({ at: now(), how: 'code' }, call);
const begin = () =>
	startSession(db, now(), { person: morag, how: 'password', userAgent: null, lasts: 60_000 }).token;
const kept = (sql: string) => db.$client.prepare(sql).pluck().get() as string;

/** As a key is written for an authenticator. */
function inBase32(text: string): string {
	const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
	return bits
		.match(/.{1,5}/g)!
		.map((five) => letters[parseInt(five.padEnd(5, '0'), 2)])
		.join('');
}

describe('chance', () => {
	test('is 128 bits or more in what opens an account by itself, and another each time', () => {
		const makers: [() => string, number][] = [
			[begin, 192],
			[() => newToken().token, 256],
			[() => secretOf(mkdtempSync(join(folder, 'other-'))), 256]
		];
		for (const [make, bits] of makers) {
			const made = Array.from({ length: 20 }, make);
			expect(new Set(made).size).toBe(20);
			for (const each of made) expect(Buffer.from(each, 'base64url').length * 8).toBe(bits);
		}
	});

	test('is 49 bits in a recovery code, which is guessed at ten times in five minutes', () => {
		const codes = Array.from({ length: 40 }, makeRecoveryCodes).flat();
		expect(new Set(codes).size).toBe(400);
		const letters = new Set(codes.join('').replaceAll('-', ''));
		expect(codes.every((code) => /^[a-z0-9]{5}-[a-z0-9]{5}$/.test(code))).toBe(true);
		expect(10 * Math.log2(letters.size)).toBeGreaterThan(49);
	});
});

describe('a second factor', () => {
	/** Turns it on, and gives its secret in clear. */
	async function turnOn(): Promise<string> {
		const auth = await authFor(db, origin);
		const { adapter, secretConfig } = await auth.$context;
		const { symmetricEncrypt } = await import('better-auth/crypto');
		const secret = 'a-secret-of-thirty-two-letters-x';
		const sealed = (text: string) => symmetricEncrypt({ key: secretConfig, data: text });
		await during(async () =>
			adapter.create({
				model: 'twoFactor',
				data: {
					userId: morag,
					secret: await sealed(secret),
					backupCodes: await sealed(JSON.stringify(makeRecoveryCodes())),
					verified: true
				}
			})
		);
		db.$client.exec('update people set two_factor_enabled = 1');
		return secret;
	}
	const verify = async (secret: string) => {
		const auth = await authFor(db, origin);
		const headers = new Headers({ cookie: `cairn.session_token=${signToken(begin(), secretOf(folder))}` });
		const code = totp(inBase32(secret));
		return during(() => auth.api.verifyTOTP({ body: { code }, headers }));
	};

	test('is kept so that a secret that was altered fits no code', async () => {
		const secret = await turnOn();
		await expect(verify(secret)).resolves.toBeDefined();
		const before = kept('select secret from two_factors');
		const altered = before.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
		db.$client.prepare('update two_factors set secret = ?').run(altered);
		await expect(verify(secret)).rejects.toThrow();
	});

	test('is as good as lost without the secret of the installation', async () => {
		const secret = await turnOn();
		expect(kept('select secret || backup_codes from two_factors')).not.toContain(secret);
		// XChaCha20-Poly1305: a nonce of 24 bytes, the 32 letters, a tag of 16 bytes.
		expect(kept('select secret from two_factors')).toMatch(/^(\$ba\$\d+\$)?[0-9a-f]{144}$/);
		const { symmetricDecrypt } = await import('better-auth/crypto');
		const data = kept('select secret from two_factors');
		const open = async (as: Database) => {
			const { secretConfig } = await (await authFor(as, origin)).$context;
			return symmetricDecrypt({ key: secretConfig, data });
		};
		await expect(open(db)).resolves.toBe(secret);
		vi.stubEnv('CAIRN_SECRET', 'another secret, of another installation');
		const elsewhere = openDatabase(folder);
		try {
			await expect(open(elsewhere)).rejects.toThrow();
		} finally {
			elsewhere.$client.close();
		}
	});

	test('stays as it was when a link sets a new password', async () => {
		await turnOn();
		const before = kept('select secret from two_factors');
		const { token } = makeOwnPasswordLink(db, now(), email)!;
		usePasswordLink(db, now(), { token, passwordHash: 'another' });
		expect(kept('select secret from two_factors')).toBe(before);
		expect(kept('select two_factor_enabled from people')).toBe(1);
		expect(db.$client.prepare('select count(*) from sessions').pluck().get()).toBe(0);
	});
});
