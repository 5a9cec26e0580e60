import { describe, expect, test } from 'vitest';
import { offerMeasures } from './offer-measures.ts';

const measures = [
	{ label: 'Advocacy offered', term: 'almost all' },
	{ label: 'Good conversations', term: 'most' },
	{ label: 'Support plan reviewed in time', term: 'few' },
	{ label: 'Crisis support in the plan', term: 'most' }
];
const offered = (text: string, phrase: string, term: string | null, first: number) => {
	const start = text.indexOf(phrase);
	return offerMeasures(text, { start, end: start + phrase.length, term }, measures, first).map(
		({ label }) => label
	);
};

describe('the measures offered for a phrase', () => {
	test('are those that its own sentence speaks of, then those that bear its term out', () => {
		const text = 'Advocacy is good. Most people had a conversation early.';
		expect(offered(text, 'Most', 'most', 2)).toEqual(['Good conversations']);
		expect(offered(text, 'Advocacy', 'almost all', 2)).toEqual(['Advocacy offered', 'Good conversations']);
	});

	test('are of the whole review only where two words of the label stand in the sentence', () => {
		expect(offered('Few plans were reviewed. In time.', 'Few', 'few', 0)).toEqual([
			'Support plan reviewed in time'
		]);
		expect(offered('Few were reviewed.', 'Few', 'few', 0)).toEqual([]);
	});
});
