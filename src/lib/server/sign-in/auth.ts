/**
 * better-auth, set up for Cairn's own tables and cookies. It answers no address by itself: form actions call it, and
 * only the way back from a provider of sign-ins is a route. It is read when somebody is about to sign in, not before,
 * because that takes a second.
 */
import type { Database } from '../db/open.ts';
import { keepSignIn } from '../commands/keep-sign-in.ts';
import { keptFolder } from '../project-root.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { longestPassword, shortestPassword } from './password-rules.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { secretOf } from './secret.ts';
import { cookieAttributes, cookiePrefix } from './session-cookie.ts';
import { longestSession, type Provider } from './settings.ts';

export const providerId = 'provider';

/** Under which the way back from a provider lies: /auth/oauth2/callback/provider. */
export const authPath = '/auth/oauth2';

async function makeAuth(db: Database, origin: string, provider: Provider | null) {
	const [{ betterAuth }, { createAdapterFactory }, { twoFactor }, { genericOAuth }] = await Promise.all([
		import('better-auth/minimal'),
		import('better-auth/adapters'),
		import('better-auth/plugins/two-factor'),
		import('better-auth/plugins/generic-oauth')
	]);
	return betterAuth({
		appName: 'Cairn',
		baseURL: origin,
		basePath: authPath,
		trustedOrigins: [origin],
		secret: secretOf(keptFolder()),
		database: createAdapterFactory({
			config: { adapterId: 'cairn', transaction: false },
			adapter: () => keepSignIn(db, longestSession)
		}),
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: shortestPassword,
			maxPasswordLength: longestPassword * 2,
			password: { hash: hashPassword, verify: verifyPassword }
		},
		session: { expiresIn: Math.round(longestSession() / 1000), disableSessionRefresh: true },
		account: {
			updateAccountOnSignIn: false,
			// Addresses of people are chosen by who invites them: there is no signing up with somebody else's.
			accountLinking: { requireLocalEmailVerified: false }
		},
		advanced: {
			cookiePrefix: cookiePrefix(origin),
			useSecureCookies: false,
			defaultCookieAttributes: cookieAttributes(origin),
			ipAddress: { disableIpTracking: true }
		},
		onAPIError: { errorURL: '/sign-in' },
		// Guesses are counted by commands/count-guess.ts, wherever they come in.
		rateLimit: { enabled: false },
		telemetry: { enabled: false },
		logger: { disabled: true },
		plugins: [
			twoFactor({
				issuer: 'Cairn',
				allowPasswordless: true,
				backupCodeOptions: { customBackupCodesGenerate: makeRecoveryCodes },
				// Only who has the password gets as far; so many wrong codes in a row are no slips.
				accountLockout: { maxFailedAttempts: 100, durationSeconds: 900 }
			}),
			genericOAuth({ config: provider ? [oidc(provider)] : [] })
		]
	});
}

const oidc = ({ issuer, clientId, clientSecret, name, emailTrusted }: Provider) => ({
	providerId,
	name,
	discoveryUrl: `${issuer}/.well-known/openid-configuration`,
	requireIdTokenVerification: true,
	clientId,
	clientSecret,
	scopes: ['openid', 'email', 'profile'],
	disableImplicitSignUp: true,
	...(emailTrusted ? { mapProfileToUser: () => ({ emailVerified: true }) } : {})
});

export type Auth = Awaited<ReturnType<typeof makeAuth>>;

/** One for each database and address. */
const made = new WeakMap<Database, Map<string, Promise<Auth>>>();

/** For passwords and codes. */
export const authFor = (db: Database, origin: string): Promise<Auth> => once(db, origin, null);

/** For sign-ins with a provider; apart, so that a provider that does not answer holds up nobody with a password. */
export const providerAuthFor = (db: Database, origin: string, provider: Provider): Promise<Auth> =>
	once(db, origin, provider);

function once(db: Database, origin: string, provider: Provider | null): Promise<Auth> {
	const ofDatabase = made.get(db) ?? new Map<string, Promise<Auth>>();
	made.set(db, ofDatabase);
	const key = `${origin} ${provider?.issuer ?? ''}`;
	const auth = ofDatabase.get(key) ?? makeAuth(db, origin, provider);
	ofDatabase.set(key, auth);
	auth.catch(() => ofDatabase.delete(key));
	return auth;
}
