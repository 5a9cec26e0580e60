import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each([
	['/reviews/isle-2025?by=locality#top', '/reviews/isle-2025?by=locality#top'],
	['/account', '/account'],
	[null, '/'],
	['', '/'],
	['reviews', '/'],
	['//evil.example', '/'],
	['/\\evil.example', '/'],
	['/\t/evil.example', '/'],
	['/./\\evil.example', '/'],
	['/.//evil.example', '/'],
	['https://evil.example', '/'],
	['javascript:alert(1)', '/'],
	['/sign-in?to=/sign-in', '/'],
	['/sign-out', '/']
])('after signing in, %s leads to %s', (to, path) => {
	expect(localPath(to)).toBe(path);
});

test('nothing leads anywhere but to Cairn itself', () => {
	const piece = fc.constantFrom(
		'/',
		'\\',
		'.',
		'..',
		'@',
		':',
		'\t',
		'\n',
		'%2f',
		'%5c',
		'evil.example',
		'a',
		'?',
		'#'
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
			const path = localPath(pieces.join(''));
			expect(new URL(path, 'https://cairn.example').origin).toBe('https://cairn.example');
		}),
		{ numRuns: 2000 }
	);
});
