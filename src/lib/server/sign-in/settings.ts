/** What the environment says about signing in; the README lists the variables. */
import { Problem } from '../problems.ts';

export type Provider = {
	/** Address of the OpenID Connect issuer, without `/.well-known/…`. */
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** What the button says: “Sign in with …”. */
	name: string;
	/** Its addresses of e-mail are given out by the organisation itself, though it does not say that it verified them. */
	emailTrusted: boolean;
};

const minute = 60_000;

/** How long a session lasts however busy it is, in milliseconds. */
export const longestSession = () => numberOf('CAIRN_SESSION_HOURS', 12) * 60 * minute;

/** How long a session lasts unused, in milliseconds. */
export const longestIdle = () => numberOf('CAIRN_IDLE_MINUTES', 60) * minute;

/** Whether one press signs in as somebody of the example world. */
export const isDemo = () => process.env.CAIRN_DEMO === '1';

/** The provider of sign-ins, or null when none is set. Throws a Problem when it is set by halves, or unsafely. */
export function readProvider(environment: NodeJS.ProcessEnv = process.env): Provider | null {
	const {
		CAIRN_OIDC_ISSUER: issuer,
		CAIRN_OIDC_CLIENT_ID: clientId,
		CAIRN_OIDC_CLIENT_SECRET: clientSecret,
		CAIRN_OIDC_NAME: name,
		CAIRN_OIDC_EMAIL_TRUSTED: trusted
	} = environment;
	if (!issuer && !clientId && !clientSecret) return null;
	if (!issuer || !clientId || !clientSecret)
		throw wrong('CAIRN_OIDC_ISSUER, CAIRN_OIDC_CLIENT_ID and CAIRN_OIDC_CLIENT_SECRET belong together.');
	// Over plain HTTP anybody on the way could say who somebody is.
	if (!/^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(issuer))
		throw wrong('CAIRN_OIDC_ISSUER must begin with https://, unless it is on this very machine.');
	const emailTrusted = trusted === '1';
	// There anybody may make an account with any address of e-mail.
	if (emailTrusted && /\/(common|organizations|consumers)(\/|$)/.test(issuer))
		throw wrong(
			'CAIRN_OIDC_EMAIL_TRUSTED is for the issuer of one organisation, not for one that takes everybody.'
		);
	return {
		issuer: issuer.replace(/\/+$/, ''),
		clientId,
		clientSecret,
		name: name || 'your organisation',
		emailTrusted
	};
}

function numberOf(name: string, otherwise: number): number {
	const given = process.env[name];
	if (!given) return otherwise;
	const number = Number(given);
	if (Number.isFinite(number) && number > 0) return number;
	throw wrong(`${name} must be a number above 0, not “${given}”.`);
}

const wrong = (sentence: string) => new Problem('setting-wrong', sentence);
