/**
 * The cookie of a session: its token and a signature, in the form that better-auth gives it. Where TLS is on, its name
 * begins with `__Host-`: browsers then send it to this very host over TLS only, and no other host can set it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const isSecure = (origin: string) => origin.startsWith('https://');

export const cookiePrefix = (origin: string) => (isSecure(origin) ? '__Host-cairn' : 'cairn');

export const sessionCookieName = (origin: string) => `${cookiePrefix(origin)}.session_token`;

/** For every cookie that Cairn sets. */
export const cookieAttributes = (origin: string) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(origin) }) as const;

const signatureOf = (token: string, secret: string) => createHmac('sha256', secret).update(token).digest();

/** The value of the cookie, encoded for a header. */
export function signToken(token: string, secret: string): string {
	return encodeURIComponent(`${token}.${signatureOf(token, secret).toString('base64')}`);
}

/** The token in the (decoded) value of a cookie, or null when it was not signed by us. */
export function readSignedToken(value: string | undefined, secret: string): string | null {
	const dot = value?.lastIndexOf('.') ?? -1;
	if (!value || dot < 1) return null;
	const token = value.slice(0, dot);
	const given = Buffer.from(value.slice(dot + 1), 'base64');
	const right = signatureOf(token, secret);
	return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}
