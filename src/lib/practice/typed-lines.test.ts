import { describe, expect, test } from 'vitest';
import { readLinks, writeLinks } from './typed-links.ts';
import { readPoints, writePoints } from './typed-points.ts';
import { webAddress } from './web-address.ts';

describe('values over time', () => {
	test('are read a line each, in either way of writing a day, and stand by day', () => {
		expect(readPoints('2026-03-09, 12.5\n\n 2/3/2026  14 \n16/03/2026;−1\n23/03/2026\t50%')).toEqual({
			points: [
				{ day: '2026-03-02', value: 14 },
				{ day: '2026-03-09', value: 12.5 },
				{ day: '2026-03-16', value: -1 },
				{ day: '2026-03-23', value: 50 }
			],
			faults: []
		});
	});

	test('that cannot be read are named by their lines', () => {
		expect(readPoints('2026-03-09, 12\n2026-02-30, 4\nsoon\n9/3/2026 3\n2026-03-10, lots').faults).toEqual([
			'Line 2: the day is none. Write it as 2026-03-02 or 2/3/2026.',
			'Line 3: write a day and a value, such as 2026-03-02, 14.',
			'Line 4: line 1 has that day already.',
			'Line 5: the value is no number. Write it as 14 or 14.5.'
		]);
	});

	test('are read again as they are written', () => {
		const points = [
			{ day: '2026-03-02', value: 14 },
			{ day: '2026-03-09', value: -0.25 }
		];
		expect(readPoints(writePoints(points)).points).toEqual(points);
	});

	test('are no more than a chart can show', () => {
		const many = Array.from(
			{ length: 401 },
			(_, day) => `${new Date(day * 86_400_000).toISOString().slice(0, 10)}, 1`
		);
		expect(readPoints(many.join('\n')).faults).toEqual(['Write at most 400 values.']);
	});
});

describe('links', () => {
	test('are read a line each, with their title before or after, or their host in its place', () => {
		const { links, faults } = readLinks(
			'Our leaflet, https://glen.example/a\nhttps://glen.example/b: the form\n\nhttp://glen.example'
		);
		expect(faults).toEqual([]);
		expect(links).toEqual([
			{ title: 'Our leaflet', url: 'https://glen.example/a' },
			{ title: 'the form', url: 'https://glen.example/b' },
			{ title: 'glen.example', url: 'http://glen.example/' }
		]);
		expect(readLinks(writeLinks(links)).links).toEqual(links);
	});

	test.each([
		'Our leaflet',
		'javascript:alert(1)',
		'Click data:text/html,x',
		'file:///etc/passwd',
		'https://'
	])('are not “%s”', (line) => {
		expect(readLinks(`Good https://glen.example\n${line}`).faults).toEqual([
			'Line 2: write an address that begins with https:// or http://.'
		]);
	});
});

describe('the address of a page', () => {
	test.each([
		['https://glen.example/a?b=c#d', 'https://glen.example/a?b=c#d'],
		[' HTTP://Glen.Example ', 'http://glen.example/']
	])('“%s” is taken', (written, kept) => {
		expect(webAddress(written)).toBe(kept);
	});

	test.each([
		'javascript:alert(1)//https://glen.example',
		'//glen.example',
		'https://safe.example@glen.example',
		'https://localhost/a',
		'https://glen.example/a b',
		'https:glen.example',
		'java\nscript:alert(1)'
	])('“%s” is not', (written) => {
		expect(webAddress(written)).toBeNull();
	});
});
