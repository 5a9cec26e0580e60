/**
 * Signing in with a provider (OpenID Connect): off to it, and back. It says who somebody is, never what they may: only
 * people who are here already come in, found by the account that they connected or, the first time, by the address of
 * e-mail that the provider has verified.
 */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { noteRefusedSignIn } from '../commands/note-refused-sign-in.ts';
import { providerAuthFor, providerId } from './auth.ts';
import { localPath } from './local-path.ts';
import { onOccasion } from './occasion.ts';
import { passCookies } from './set-cookies.ts';
import { readProvider } from './settings.ts';
import { isRefusal, ownHeaders } from './steps.ts';

/** Sends the browser to the provider. Returns a sentence when that cannot be: it is not there, or does not answer. */
export async function goToProvider(event: RequestEvent, to: string, connect = false): Promise<string> {
	const { db, at } = event.locals;
	const provider = readProvider();
	if (!provider) return 'No other way to sign in is set up here.';
	const auth = await providerAuthFor(db, event.url.origin, provider);
	const body = {
		provider: providerId,
		callbackURL: localPath(to),
		errorCallbackURL: connect ? '/account' : `/sign-in?to=${encodeURIComponent(localPath(to))}`,
		disableRedirect: true
	};
	const asked = { body, headers: ownHeaders(event), returnHeaders: true } as const;
	let url: string | undefined;
	try {
		const { headers, response } = await onOccasion({ at, how: 'provider' }, () =>
			connect ? auth.api.linkSocialAccount(asked) : auth.api.signInSocial(asked)
		);
		passCookies(event, headers);
		url = response.url;
	} catch (error) {
		if (!isRefusal(error)) throw error;
	}
	if (!url) return `${provider.name} does not answer. Try again later.`;
	redirect(303, url);
}

/** The way back from the provider. */
export async function comeBack(event: RequestEvent): Promise<Response> {
	const { db, at, actor } = event.locals;
	const provider = readProvider();
	if (!provider || (event.params as { provider?: string }).provider !== providerId) redirect(303, '/sign-in');
	const auth = await providerAuthFor(db, event.url.origin, provider);
	const signedInAs = actor.kind === 'person' ? actor.id : null;
	const answer = await onOccasion({ at, how: 'provider', signedInAs }, () =>
		auth.api.callbackOAuth({
			params: { id: providerId },
			query: Object.fromEntries(event.url.searchParams),
			headers: ownHeaders(event),
			method: 'GET',
			asResponse: true
		})
	);
	passCookies(event, answer.headers);
	const to = new URL(answer.headers.get('location') ?? '/sign-in?error=fault', event.url.origin);
	if (to.searchParams.has('error')) noteRefusedSignIn(db, at, 'provider', signedInAs);
	redirect(303, to.origin === event.url.origin ? `${to.pathname}${to.search}` : '/');
}

/** Why the provider did not sign somebody in, by the error of better-auth or of the provider. */
export function providerRefusal(error: string | null): string | null {
	if (error === null) return null;
	const { name = 'The provider' } = readProvider() ?? {};
	if (error === 'signup_disabled')
		return `${name} knows you, but nobody has invited you here under that e-mail address. Ask for an invitation.`;
	if (error === 'account_not_linked' || error === 'unable_to_link_account')
		return `The account here with your e-mail address is not connected to ${name}. If it has a password, sign in with that, then connect the two under “Account”. If not, ${name} has to say that the address is yours.`;
	if (error === 'access_denied') return `${name} did not let you in.`;
	return `Signing in with ${name} did not work. Try again.`;
}
