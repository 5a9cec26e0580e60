/** Keys for the feed: how they are made, kept and read from a request. */
import { createHash, randomBytes } from 'node:crypto';

/** Every key begins so: that one was put where it should not be can then be found by looking for it. */
export const feedKeyPrefix = 'cairn_';

const shape = /^cairn_[A-Za-z0-9_-]{43}$/;

/** A new key of 256 random bits, and the digest that is kept of it. */
export function newFeedKey(): { key: string; digest: string } {
	const key = `${feedKeyPrefix}${randomBytes(32).toString('base64url')}`;
	return { key, digest: feedKeyDigest(key) };
}

/** SHA-256 in hexadecimal. The key has so many random bits that a slow digest would add nothing. */
export const feedKeyDigest = (key: string): string => createHash('sha256').update(key).digest('hex');

/**
 * The key that a header brings: as a bearer token, or as the password of a sign-in in the browser’s own way, as Excel
 * and Power BI send it, whatever the name. Null where it brings none that could be one.
 */
export function keyIn(authorization: string): string | null {
	const [, scheme = '', given = ''] = /^(\S+)\s+(\S+)\s*$/.exec(authorization) ?? [];
	const key =
		scheme.toLowerCase() === 'basic' ? passwordIn(given) : scheme.toLowerCase() === 'bearer' ? given : '';
	return shape.test(key) ? key : null;
}

function passwordIn(given: string): string {
	const words = Buffer.from(given, 'base64').toString('utf8');
	return words.slice(words.indexOf(':') + 1);
}
