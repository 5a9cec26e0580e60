import { describe, expect, test } from 'vitest';
import type { PublishedFigure } from '#lib/evidence/source.ts';
import { publishedLine, recordLine } from './published-line.ts';

const figure = (said: string, rest: Partial<PublishedFigure> = {}): PublishedFigure => ({
	question: 'O1',
	said,
	kind: 'word',
	source: { document: '000', lines: [158, 158] },
	...rest
});

describe('the line on what was published', () => {
	test('quotes the word with its place and calls the count invented', () => {
		expect(publishedLine({ published: [figure('most')] }, 'O1', true)).toBe(
			'The published report says “most” (document 000, line 158). The count is invented.'
		);
	});

	test('calls the count behind a published percentage invented too', () => {
		const published = [figure('70%', { kind: 'percentage', source: { document: '000', lines: [449, 450] } })];
		expect(publishedLine({ published }, 'O1', true)).toBe(
			'The published report says “70%” (document 000, lines 449–450). The count is invented.'
		);
	});

	test('does not call a published count invented, only how it divides', () => {
		expect(publishedLine({ published: [figure('all', { kind: 'count' })] }, 'O1', true)).toBe(
			'The published report gives this count, “all” (document 000, line 158). ' +
				'How it divides among the answers is invented.'
		);
	});

	test('speaks of answers where there is no count, and joins what was said twice', () => {
		const published = [figure('early'), figure('late', { source: { document: '000', lines: [2, 3] } })];
		expect(publishedLine({ published }, 'O1', false)).toBe(
			'The published report says “early” (document 000, line 158) and “late” (lines 2–3). The answers are invented.'
		);
	});

	test('says so when nothing was published on the question', () => {
		expect(publishedLine({ published: [figure('most')] }, 'O2', true)).toBe(
			'Nothing was published on this question: its answers are invented.'
		);
	});

	test('says nothing of evidence that is what it seems', () => {
		expect(publishedLine({ published: null }, 'O1', true)).toBeNull();
		expect(recordLine({ published: null }, { many: 'files' })).toBeNull();
	});

	test('says of a record that none was published', () => {
		expect(recordLine({ published: [] }, { many: 'files' })).toBe(
			'Nothing was published on single files: the answers below are invented.'
		);
	});
});
