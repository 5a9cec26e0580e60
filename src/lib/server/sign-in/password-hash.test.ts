import { scryptSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash.ts';

const password = '  Six geese a-laying  ';

/** Like a hash of ours, at a cost at which many can be made. */
function cheapHash(of: string): string {
	const salt = Buffer.from('a salt of the test');
	const key = scryptSync(of.normalize('NFKC'), salt, 32, { N: 16, r: 8, p: 1 });
	return ['scrypt', 16, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$');
}

describe('the hash of a password', () => {
	test('costs as much as is advised, and is another each time', { timeout: 60_000 }, async () => {
		const [one, other] = await Promise.all([hashPassword(password), hashPassword(password)]);
		expect(one).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
		expect(other).not.toBe(one);
		expect(await verifyPassword({ hash: one, password })).toBe(true);
	});

	test('fits the password as it was typed: no letter, space or capital more or less', async () => {
		const hash = cheapHash(password);
		expect(await verifyPassword({ hash, password })).toBe(true);
		for (const like of [password.trim(), password.toLowerCase(), `${password}.`, password.slice(0, -1)])
			expect(await verifyPassword({ hash, password: like })).toBe(false);
	});

	test('fits to the last letter of a long one', async () => {
		const long = 'moss pebble lantern '.repeat(25);
		const hash = cheapHash(`${long}a`);
		expect(await verifyPassword({ hash, password: `${long}a` })).toBe(true);
		expect(await verifyPassword({ hash, password: `${long}b` })).toBe(false);
	});

	test('of another cost is checked at that cost, so that the cost can be raised', async () => {
		expect(await verifyPassword({ hash: cheapHash('six geese'), password: 'six geese' })).toBe(true);
	});

	test.each(['', 'plain words', 'md5$x$y', 'scrypt$16$8$1$$'])(
		'that is none of ours fits nothing: %j',
		async (hash) => {
			expect(await verifyPassword({ hash, password: '' })).toBe(false);
		}
	);
});
