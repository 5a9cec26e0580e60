import { afterEach, describe, expect, test, vi } from 'vitest';
import { isDemo, longestIdle, longestSession, readProvider } from './settings.ts';

afterEach(() => vi.unstubAllEnvs());

const client = { CAIRN_OIDC_CLIENT_ID: 'cairn', CAIRN_OIDC_CLIENT_SECRET: 'shared' };
const provider = (issuer: string, more: Record<string, string> = {}) =>
	readProvider({ ...client, CAIRN_OIDC_ISSUER: issuer, ...more });

describe('the provider of sign-ins', () => {
	test('is none, or whole', () => {
		expect(readProvider({})).toBeNull();
		expect(provider('https://sign-in.example.org/isle/')).toMatchObject({
			issuer: 'https://sign-in.example.org/isle',
			emailTrusted: false
		});
		expect(() => readProvider(client)).toThrow('belong together');
	});

	test('is asked over TLS only, but for one on this very machine', () => {
		expect(provider('http://localhost:4000')).not.toBeNull();
		for (const issuer of ['http://sign-in.example.org', 'http://localhost.example.org', 'ftp://localhost'])
			expect(() => provider(issuer)).toThrow('https://');
	});

	test('that takes everybody is not trusted with addresses of e-mail', () => {
		const everybody = 'https://login.microsoftonline.com/common/v2.0';
		expect(() => provider(everybody, { CAIRN_OIDC_EMAIL_TRUSTED: '1' })).toThrow('one organisation');
		expect(provider(everybody)).toMatchObject({ emailTrusted: false });
	});
});

describe('left out,', () => {
	test('a session lasts twelve hours, unused one; and nobody comes in by one press', () => {
		for (const name of ['CAIRN_SESSION_HOURS', 'CAIRN_IDLE_MINUTES', 'CAIRN_DEMO']) vi.stubEnv(name, '');
		expect([longestSession(), longestIdle(), isDemo()]).toEqual([12 * 3_600_000, 3_600_000, false]);
	});

	test('what is no time is refused rather than taken for none', () => {
		for (const hours of ['0', '-1', 'for ever']) {
			vi.stubEnv('CAIRN_SESSION_HOURS', hours);
			expect(longestSession).toThrow('above 0');
		}
	});
});
