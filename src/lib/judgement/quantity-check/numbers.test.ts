import { expect, test } from 'vitest';
import { numberInWords, readNumber } from './numbers.ts';
import { sentencesOf } from './sentences.ts';

const read = (text: string) => readNumber(sentencesOf(text)[0]!.tokens, 0);

test.each([
	['1,200', 1200],
	['47 files', 47],
	['forty-seven', 47],
	['forty seven', 47],
	['ten', 10],
	['one hundred and twenty', 120],
	['two hundred', 200]
])('a number is read in figures and in words: %s', (text, value) => {
	expect(read(text)?.value).toBe(value);
});

test('ordinals, versions and plain words are no numbers', () => {
	for (const text of ['2nd', '1.2.3', 'second', 'often']) expect(read(text)).toBeNull();
});

test('a number is written in words up to ten, and with commas above a thousand', () => {
	expect([0, 10, 11, 1200].map(numberInWords)).toEqual(['zero', 'ten', '11', '1,200']);
});
