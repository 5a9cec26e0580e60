import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonPasswords } from './common-passwords.ts';
import { passwordFault } from './password-rules.ts';

const owner = { name: 'Morag MacLeod', email: 'morag.macleod@isle.example' };
const fault = (password: string) => passwordFault(password, owner, commonPasswords());

describe('a new password', () => {
	test.each([
		['three plain words', 'harbour teaspoon lilac'],
		['twelve small letters', 'gnmxwopqlbhv'],
		['a sentence with signs', 'Is it 4 o’clock already, Euan?'],
		['letters of another script', 'деревянный мост через реку'],
		['128 characters', 'moss pebble lantern '.repeat(7).slice(0, 128)],
		['signs that are one character to people', '🦔🌧️🫖🪵🧦🪨🛶🌾🐟🪟🧭🕯️']
	])('may be %s', (_, password) => {
		expect(fault(password)).toBeNull();
	});

	test.each(['short', 'elevenchars', '🦔🌧🫖🪵🧦🪨'])('is refused below 12 characters: %s', (password) => {
		expect(fault(password)).toContain('at least 12 characters');
	});

	test.each([
		'administrator',
		'Administrator1!',
		'password1234',
		'Password-123456',
		'pass word pass word',
		'qwertyuiop12',
		'1qaz2wsx3edc',
		'123456789012',
		'2109876543210',
		'abcdefghijklm',
		'aaaaaaaaaaaaaa',
		'abcabcabcabcabc',
		'SelfDirectedSupport',
		'self-directed support 2026',
		'CareInspectorate!!',
		'Scotland2026!!',
		'!!!Summer2026!!!'
	])('is refused when everybody would try it: %s', (password) => {
		expect(fault(password)).toContain('tried first');
	});

	test.each(['moragmacleod', 'Morag.MacLeod1', 'morag.macleod@isle.example', 'macleodmorag2026'])(
		'is refused when it is the owner’s own name or address: %s',
		(password) => {
			expect(fault(password)).toContain('your own name');
		}
	);

	test('counts for long enough or too short by characters, whatever they are', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('a', 'ß', '語', '🦔'), { minLength: 0, maxLength: 11 }),
				(letters) => {
					expect(fault(letters.join(''))).toContain('at least 12');
				}
			)
		);
	});
});
