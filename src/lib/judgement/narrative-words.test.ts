import { describe, expect, it } from 'vitest';
import { readNotation, writeNotation } from './narrative-notation.ts';
import { ownWordsOf, tiesOf, withTie, withWords, wordsOf } from './narrative-words.ts';

const document = readNotation(`## Most of it

**Almost** all [files](files/C6 49 of 60) show it.

- [Few](files/C7 5 of 60) do not`);
const measure = { source: 'files', question: 'C6', said: { positive: 49, base: 60 } };
const at = (phrase: string) => {
	const start = wordsOf(document).indexOf(phrase);
	return [start, start + phrase.length] as const;
};

describe('the words of a narrative', () => {
	it('are one text with a free line between its lines, in which ties have their places', () => {
		expect(wordsOf(document)).toBe('Most of it\n\nAlmost all files show it.\n\nFew do not');
		const text = wordsOf(document);
		expect(
			tiesOf(document).map(({ start, end, measure: { question } }) => [text.slice(start, end), question])
		).toEqual([
			['files', 'C6'],
			['Few', 'C7']
		]);
	});

	it('are checked without what others said, with everything else where it stands', () => {
		const quoted = readNotation('Most said so.\n\n> Nobody asked.\n\nFew did.');
		expect(ownWordsOf(quoted)).toBe(wordsOf(quoted).replace('Nobody asked.', ' '.repeat(13)));
	});

	it('give way to others, which are set and tied as they were', () => {
		expect(writeNotation(withWords(document, ...at('Almost all'), 'Most'))).toContain('**Most** [files]');
		expect(writeNotation(withWords(document, ...at('Few'), 'Less than half'))).toContain(
			'- [Less than half](files/C7 5 of 60) do not'
		);
		expect(writeNotation(withWords(document, ...at('Most'), 'The majority'))).toContain(
			'## The majority of it'
		);
	});

	it('are tied to a measure across what is bold and what is not, and nothing else is', () => {
		const tied = withTie(document, ...at('Almost all'), measure);
		const text = wordsOf(tied);
		expect(text).toBe(wordsOf(document));
		expect(tiesOf(tied).map(({ start, end }) => text.slice(start, end))).toEqual([
			'Almost all',
			'files',
			'Few'
		]);
	});
});
