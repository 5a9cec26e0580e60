/**
 * A small provider of sign-ins (OpenID Connect) on a free port: whoever comes is signed in at once as the account that
 * the test has chosen, with the claims that it has.
 */
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export type Claims = { sub: string; email?: string; email_verified?: boolean; name?: string };

export type RunningProvider = {
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** Who comes next; null: the provider lets nobody in. */
	comes: (claims: Claims | null) => void;
	/** What it was asked for, newest last: the parameters of each request to sign in. */
	asked: URLSearchParams[];
	stop: () => Promise<void>;
};

/** `redirect`: the address of Cairn that people come back to. */
export async function runProvider(redirect: () => string): Promise<RunningProvider> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
	const [clientId, clientSecret] = ['cairn', 'a secret that the two share'];
	let next: Claims | null = null;
	const known = new Map<string, Claims>();
	const asked: URLSearchParams[] = [];
	const provider = new Provider(issuer, {
		clients: [
			{
				client_id: clientId,
				client_secret: clientSecret,
				redirect_uris: [redirect()],
				response_types: ['code'],
				grant_types: ['authorization_code']
			}
		],
		claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
		conformIdTokenClaims: false,
		pkce: { required: () => true },
		jwks: { keys: [{ ...signingKey(), use: 'sig', alg: 'RS256' }] },
		cookies: { keys: ['a key of the test'] },
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
		findAccount: (_context, sub) => ({
			accountId: sub,
			claims: () => Promise.resolve({ ...known.get(sub), sub })
		})
	});
	const callback = provider.callback();
	server.on('request', (request, response) => {
		const url = new URL(request.url ?? '/', issuer);
		if (url.pathname === '/auth') asked.push(url.searchParams);
		if (!url.pathname.startsWith('/interaction/')) return void callback(request, response);
		void (async () => {
			const details = await provider.interactionDetails(request, response);
			if (!next) {
				await provider.interactionFinished(request, response, { error: 'access_denied' });
				return;
			}
			known.set(next.sub, next);
			const grant = new provider.Grant({ accountId: next.sub, clientId });
			grant.addOIDCScope('openid email profile');
			const grantId = await grant.save();
			await provider.interactionFinished(
				request,
				response,
				details.prompt.name === 'login' ? { login: { accountId: next.sub } } : { consent: { grantId } }
			);
		})();
	});
	return {
		issuer,
		clientId,
		clientSecret,
		comes: (claims) => (next = claims),
		asked,
		stop: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}

const signingKey = () =>
	generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
