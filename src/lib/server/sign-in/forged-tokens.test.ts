/** What a provider says of somebody is believed only when it is signed, by the right key, for us, now, and for this sign-in. */
import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { addPerson } from '../../../../tests/support/people.ts';
import { openDatabase, type Database } from '../db/open.ts';
import { providerAuthFor, providerId } from './auth.ts';
import { onOccasion } from './occasion.ts';

const origin = 'http://localhost:3000';
const client = { clientId: 'cairn', clientSecret: 'a secret that the two share' };
const right = generateKeyPairSync('rsa', { modulusLength: 2048 });
const wrong = generateKeyPairSync('rsa', { modulusLength: 2048 });

let provider: Server;
let issuer: string;
/** The ID token that the provider gives next. */
let token = '';
let folder: string;
let db: Database;

beforeAll(async () => {
	provider = createServer((request, response) => {
		const answers: Record<string, unknown> = {
			'/.well-known/openid-configuration': {
				issuer,
				authorization_endpoint: `${issuer}/auth`,
				token_endpoint: `${issuer}/token`,
				jwks_uri: `${issuer}/keys`,
				id_token_signing_alg_values_supported: ['RS256']
			},
			'/keys': {
				keys: [{ ...right.publicKey.export({ format: 'jwk' }), kid: 'k', use: 'sig', alg: 'RS256' }]
			},
			'/token': { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: token }
		};
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(answers[request.url ?? ''] ?? {}));
	}).listen(0, 'localhost');
	await new Promise((resolve) => provider.once('listening', resolve));
	issuer = `http://localhost:${(provider.address() as AddressInfo).port}`;
});
afterAll(() => void provider.close());
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-forged-'));
	vi.stubEnv('CAIRN_DATA', folder);
	db = openDatabase(folder);
	await addPerson(db, { name: 'Eilidh', email: 'eilidh@isle.example' });
});
afterEach(() => {
	vi.unstubAllEnvs();
	db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

type Signing = (text: string) => string;
const by =
	(key: KeyObject): Signing =>
	(text) =>
		sign('RSA-SHA256', Buffer.from(text), key).toString('base64url');

type Token = { head?: object; claims?: object; signed?: Signing };

function made(nonce: string, { head = {}, claims = {}, signed = by(right.privateKey) }: Token): string {
	const now = Math.floor(Date.now() / 1000);
	const text = `${encoded({ alg: 'RS256', kid: 'k', typ: 'JWT', ...head })}.${encoded({
		iss: issuer,
		aud: client.clientId,
		sub: 'e-1',
		email: 'eilidh@isle.example',
		email_verified: true,
		iat: now,
		exp: now + 60,
		nonce,
		...claims
	})}`;
	return `${text}.${signed(text)}`;
}

/** Goes to the provider and comes back with this token. Gives how many sessions there are then. */
async function signInWith(given: Token): Promise<number> {
	const auth = await providerAuthFor(db, origin, {
		...client,
		issuer,
		name: 'Isle Council',
		emailTrusted: false
	});
	const during = <Result>(call: () => Promise<Result>) =>
		onOccasion({ at: new Date().toISOString(), how: 'provider' }, call);
	const { headers, response } = await during(() =>
		auth.api.signInSocial({
			body: { provider: providerId, callbackURL: '/', errorCallbackURL: '/sign-in', disableRedirect: true },
			returnHeaders: true
		})
	);
	const asked = new URL(response.url!).searchParams;
	token = made(asked.get('nonce')!, given);
	const cookie = headers
		.getSetCookie()
		.map((each) => each.split(';')[0])
		.join('; ');
	await during(() =>
		auth.api.callbackOAuth({
			params: { id: providerId },
			query: { code: 'c', state: asked.get('state')! },
			headers: new Headers({ cookie }),
			method: 'GET',
			asResponse: true
		})
	);
	return db.$client.prepare('select count(*) from sessions').pluck().get() as number;
}

const none: Signing = () => '';
/** As if the public key, or the secret that both know, were a key to sign with. */
const symmetric =
	(key: string): Signing =>
	(text) =>
		createHmac('sha256', key).update(text).digest('base64url');
const publicWords = right.publicKey.export({ format: 'pem', type: 'spki' }).toString();
const ago = Math.floor(Date.now() / 1000) - 3600;
const ownKey = { jwk: wrong.publicKey.export({ format: 'jwk' }) };

describe('the token of a provider', () => {
	test('signs in whom it names, when it is as it should be', async () => {
		expect(await signInWith({})).toBe(1);
	});

	test.each<[string, Token]>([
		['not signed', { head: { alg: 'none' }, signed: none }],
		['without its signature', { signed: none }],
		['signed by another key', { signed: by(wrong.privateKey) }],
		['signed by a key that it brings itself', { head: ownKey, signed: by(wrong.privateKey) }],
		['signed with the public key as a secret', { head: { alg: 'HS256' }, signed: symmetric(publicWords) }],
		['signed with the shared secret', { head: { alg: 'HS256' }, signed: symmetric(client.clientSecret) }],
		['of another issuer', { claims: { iss: 'https://elsewhere.example' } }],
		['meant for another', { claims: { aud: 'another' } }],
		['that has run out', { claims: { iat: ago - 60, exp: ago } }],
		['of another sign-in', { claims: { nonce: 'the nonce of another sign-in' } }],
		['of no sign-in', { claims: { nonce: undefined } }]
	])('%s signs in nobody', async (_, given) => {
		expect(await signInWith(given)).toBe(0);
	});
});
