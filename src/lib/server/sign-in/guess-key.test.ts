import { expect, test } from 'vitest';
import { guessKey } from './guess-key.ts';

const key = (account: string, address: string, kind: 'password' | 'code' = 'password') =>
	guessKey('a secret of thirty-two characters', kind, account, address);

test('guesses are counted together for one account, however it is typed', () => {
	expect(key(' Morag@Isle.example', '192.0.2.1')).toBe(key('morag@isle.example', '192.0.2.1'));
	expect(key('morag@isle.example', '192.0.2.1')).not.toBe(key('eilidh@isle.example', '192.0.2.1'));
	expect(key('morag@isle.example', '192.0.2.1')).not.toBe(key('morag@isle.example', '192.0.2.1', 'code'));
});

test.each([
	['192.0.2.1', '::ffff:192.0.2.1', true],
	['192.0.2.1', '192.0.2.2', false],
	['2001:db8:1:2::7', '2001:0db8:0001:0002:ffff:1:2:3', true],
	['2001:db8:1:2::7', '2001:db8:1:3::7', false],
	['2001:db8::7', '2001:db8:0:0:aaaa::1', true],
	['::1', '::2', true],
	['fe80::1%eth0', 'fe80::2', true]
])('guesses from %s and %s: counted together is %s', (one, other, together) => {
	expect(key('morag@isle.example', one) === key('morag@isle.example', other)).toBe(together);
});

test('what is kept of a guess gives neither account nor address away', () => {
	expect(key('morag@isle.example', '192.0.2.1')).toMatch(/^[0-9a-f]{64}$/);
	expect(guessKey('another secret', 'password', 'morag@isle.example', '192.0.2.1')).not.toBe(
		key('morag@isle.example', '192.0.2.1')
	);
});
