/** Links that are secret: a random token that stands in the link and is kept nowhere, and the digest that is kept. */
import { createHash, randomBytes } from 'node:crypto';

/** How long a link is good for. */
export const linkDays = 7;

/** A new token of 256 bits, fit for an address, and its digest. */
export function newToken(): { token: string; digest: string } {
	const token = randomBytes(32).toString('base64url');
	return { token, digest: digestOf(token) };
}

/** SHA-256 in hexadecimal. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** When a link that is made now ends; both times ISO 8601. */
export const linkEnds = (at: string): string =>
	new Date(Date.parse(at) + linkDays * 24 * 60 * 60 * 1000).toISOString();

/**
 * The address of a link as people open it. It rests on the address that this installation was given, never on what a
 * request says of itself: a forged Host header would send the token elsewhere.
 */
export function addressOf(purpose: 'join' | 'password', token: string): string {
	const path = purpose === 'join' ? 'invitations' : 'new-password';
	return `${ownAddress()}/${path}/${token}`;
}

/** Where people reach this installation, without a slash at its end. */
export function ownAddress(): string {
	const given = process.env.ORIGIN || `http://${process.env.HOST || 'localhost'}:${process.env.PORT || 3000}`;
	return given.replace(/\/$/, '');
}
