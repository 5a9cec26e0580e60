/** Hands the cookies of better-auth, and those of sessions that Cairn itself begins, on to the browser. */
import type { RequestEvent } from '@sveltejs/kit';
import { keptFolder } from '../project-root.ts';
import { secretOf } from './secret.ts';
import { cookieAttributes, sessionCookieName, signToken } from './session-cookie.ts';
import { longestSession } from './settings.ts';

/** Each as better-auth names it and for as long, with the attributes that all cookies of Cairn have. */
export function passCookies(event: RequestEvent, headers: Headers): void {
	for (const line of headers.getSetCookie()) {
		const [pair = '', ...attributes] = line.split(';');
		const equals = pair.indexOf('=');
		const lasts = attributes.find((attribute) => /^\s*max-age=/i.test(attribute))?.split('=')[1];
		setCookie(event, pair.slice(0, equals).trim(), pair.slice(equals + 1), lasts ? Number(lasts) : undefined);
	}
}

export function setSessionCookie(event: RequestEvent, token: string): void {
	const value = signToken(token, secretOf(keptFolder()));
	setCookie(event, sessionCookieName(event.url.origin), value, Math.round(longestSession() / 1000));
}

export function clearSessionCookie(event: RequestEvent): void {
	setCookie(event, sessionCookieName(event.url.origin), '', 0);
}

/** `value` is encoded already. */
function setCookie(event: RequestEvent, name: string, value: string, maxAge: number | undefined): void {
	event.cookies.set(name, value, { ...cookieAttributes(event.url.origin), maxAge, encode: (as) => as });
}
