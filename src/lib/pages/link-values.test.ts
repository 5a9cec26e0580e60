import { describe, expect, test } from 'vitest';
import { linkOf, linkValue, type KeptLink } from './link-values.ts';

const links: KeptLink[] = [
	{ source: 'files', question: 'A 2/b?' },
	{ source: 'talks', passage: 'p-1' },
	{ source: 'files', record: 'I/7 & 8?#%:x' },
	{ source: 'returns', figure: 'figure-1' },
	{ source: 'visit' },
	{ source: '', attachment: '0b1c' }
];

describe('what a finding rests on, as one word of a form', () => {
	test.each(links)('comes back as it was, without a space on the way: %j', (link) => {
		expect(linkValue(link)).not.toMatch(/\s/);
		expect(linkOf(linkValue(link))).toEqual(link);
	});

	test.each([
		'',
		'measure',
		'measure:files',
		'measure:files:',
		'record:files:1:2',
		'other:files:1',
		'source:%'
	])('is nothing where it is not ours: “%s”', (value) => {
		expect(linkOf(value)).toBeUndefined();
	});
});
