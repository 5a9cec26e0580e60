import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from './sha-256.ts';

const known = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the digest of a text', () => {
	it('is that of the standard for its own example', () => {
		expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
	});

	it('is what every other program says, at each length around the end of a block', () => {
		for (let length = 0; length <= 200; length++) {
			const text = 'é'.repeat(length % 3) + 'x'.repeat(length);
			expect(sha256(text), String(length)).toBe(known(text));
		}
	});

	it('is what every other program says of any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => sha256(text) === known(text))
		);
		expect(sha256('ready')).toBe(known('ready'));
	});
});
