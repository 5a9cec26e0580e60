import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markEnd, markStart, markedWords } from './marked-words.ts';

const marked = (word: string) => `${markStart}${word}${markEnd}`;

describe('a text with marks', () => {
	test('is given in pieces, found ones and others', () => {
		expect(markedWords(`For ${marked('carers')} and ${marked('friends')}`)).toEqual([
			{ text: 'For ', found: false },
			{ text: 'carers', found: true },
			{ text: ' and ', found: false },
			{ text: 'friends', found: true }
		]);
		expect(markedWords('<b>plain</b>')).toEqual([{ text: '<b>plain</b>', found: false }]);
		expect(markedWords('')).toEqual([]);
	});

	test('keeps every letter but the marks, however the marks stand', () => {
		const piece = fc.constantFrom(markStart, markEnd, 'a', 'bc', ' ');
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const text = pieces.join('');
				const kept = markedWords(text)
					.map((each) => each.text)
					.join('');
				expect(kept).toBe(text.replaceAll(markStart, '').replaceAll(markEnd, ''));
			})
		);
	});
});
