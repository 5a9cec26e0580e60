import { describe, expect, it } from 'vitest';
import { feedKeyDigest, keyIn, newFeedKey } from './feed-key.ts';

const basic = (words: string) => `Basic ${Buffer.from(words).toString('base64')}`;

describe('a key for the feed', () => {
	it('has 256 random bits, another each time, behind a beginning by which a leaked one is found', () => {
		const [one, other] = [newFeedKey(), newFeedKey()];
		expect(one.key).toMatch(/^cairn_[A-Za-z0-9_-]{43}$/);
		expect(one.key).not.toBe(other.key);
		expect(one.digest).toBe(feedKeyDigest(one.key));
		expect(one.digest).not.toContain(one.key.slice(6, 20));
	});

	it('is read from a bearer token, and from the password of any name', () => {
		const { key } = newFeedKey();
		expect([
			keyIn(`Bearer ${key}`),
			keyIn(`bearer  ${key}`),
			keyIn(basic(`cairn:${key}`)),
			keyIn(basic(`:${key}`))
		]).toEqual([key, key, key, key]);
	});

	it.each([
		'',
		'Bearer',
		'Bearer cairn_short',
		'Basic ???',
		basic('cairn_only'),
		'Digest cairn_abc',
		'Bearer a b c'
	])('is not found in “%s”', (header) => {
		expect(keyIn(header)).toBeNull();
	});
});
