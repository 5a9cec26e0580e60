import { expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

const sentences = (text: string) =>
	sentencesOf(text).map(({ tokens }) => tokens.map((token) => token.text).join(' '));

test('a full stop ends a sentence, but not in a number, an initial or a shortened word', () => {
	expect(sentences('It is 3.5. See e.g. page no. 4. Good.')).toEqual([
		'It is 3.5 .',
		'See e . g . page no . 4 .',
		'Good .'
	]);
});

test('a line goes on in the next, even over the break of a page, and a heading does not', () => {
	expect(sentences('Most of the\nstaff agreed')).toHaveLength(1);
	expect(sentences('the majority\n\nof projects')).toHaveLength(1);
	expect(sentences('Training\nMost staff agreed')).toHaveLength(2);
});

test('list items and cells of a table are sentences, and addresses of links are none', () => {
	expect(sentences('1. one\n2. two')).toEqual(['one', 'two']);
	expect(sentences('| one | two |')).toEqual(['one', 'two']);
	expect(sentences('See [most staff](https://example.org/few-people).')).toEqual(['See most staff .']);
});

test('each token stands where it says', () => {
	const text = '**Most** staff’s files —\t“47 of 1,200”';
	for (const { tokens } of sentencesOf(text))
		for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
});
