import { describe, expect, test } from 'vitest';
import {
	measureId,
	measureKeyOf,
	moveLinks,
	phraseAt,
	placeOfPhrase,
	tiesIn,
	type PhraseLink
} from './phrase-ties.ts';

const scale = {
	bands: [
		{ name: 'few', from: 0, to: 15 },
		{ name: 'less than half', from: 15, to: 50 },
		{ name: 'the majority', from: 50, to: 75 },
		{ name: 'most', from: 75, to: 90 },
		{ name: 'almost all', from: 90, to: 100 }
	]
};
const text = 'Most files show it. Most people said so, and most staff agreed.';
const said = { positive: 47, base: 60 };
const link = (phrase: string, nth: number, measure = 'files/A1'): PhraseLink => ({
	phrase,
	nth,
	measure,
	said
});
const moved = (after: string, links: readonly PhraseLink[]) =>
	moveLinks(text, after, links, scale).map(
		(each) => `${each.measure} ${placeOfPhrase(after, each)} ${each.phrase}`
	);

describe('a phrase of a text', () => {
	test('is found again by its words and which occurrence of them it is', () => {
		const at = text.indexOf('Most people');
		expect(phraseAt(text, at, at + 4)).toEqual({ phrase: 'Most', nth: 1 });
		expect(placeOfPhrase(text, { phrase: 'Most', nth: 1 })).toBe(at);
		expect(placeOfPhrase(text, { phrase: 'Most', nth: 2 })).toBe(-1);
		expect(placeOfPhrase(text, { phrase: '', nth: 0 })).toBe(-1);
	});

	test('ties its measure to its place, and none where it stands in the text no more', () => {
		const ties = tiesIn(text, [link('most', 0, 'staff/S1'), link('few', 0), link('Most', 0)]);
		expect([...ties]).toEqual([
			['staff/S1', [{ start: 45, end: 49, said }]],
			['files/A1', [{ start: 0, end: 4, said }]]
		]);
	});

	test('names a measure by its source and question, whatever signs the question’s code holds', () => {
		expect(measureKeyOf(measureId('files', 'A 2/b?'))).toEqual({ source: 'files', question: 'A 2/b?' });
	});
});

describe('the links of a text that is changed', () => {
	test('move with the words that stay, though another of the same stands before them now', () => {
		expect(moved(`Most of it is new. ${text}`, [link('Most', 1)])).toEqual(['files/A1 39 Most']);
		expect(moved(text.replace(' Most people said so, and', ' Here'), [link('most', 0)])).toEqual([
			'files/A1 25 most'
		]);
	});

	test('go over to the quantity that takes the place of the phrase', () => {
		const mended = text.replace('Most people', 'The majority of people');
		expect(moved(mended, [link('Most', 1)])).toEqual(['files/A1 20 The majority of']);
	});

	test('are lost with a phrase that is taken out, or a text that is written anew', () => {
		expect(moved(text.replace('Most people said so, and m', 'M'), [link('Most', 1)])).toEqual([
			'files/A1 20 Most'
		]);
		expect(moved('Nothing of it is left.', [link('Most', 0), link('most', 0)])).toEqual([]);
	});

	test('never share one place', () => {
		const links = [link('Most', 0), link('Most', 1, 'staff/S1')];
		expect(new Set(moved(`New. ${text}`, links)).size).toBe(2);
		expect(moved('Most.', links)).toHaveLength(1);
	});
});
