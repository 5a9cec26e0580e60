import { describe, expect, test } from 'vitest';
import type { QuantitySpan } from '#lib/judgement/check-quantities.ts';
import { countWords, leadOf, meaningOf, standingOf } from './standing.ts';

const span = (changes: Partial<QuantitySpan>): QuantitySpan => ({
	start: 0,
	end: 4,
	phrase: 'Most',
	kind: 'defined-term',
	verdict: 'right',
	term: 'most',
	suggestion: null,
	reason: 'A reason.',
	measure: 'files/A1',
	stale: false,
	borderline: [],
	...changes
});
const bands = [
	{ name: 'the majority', from: 50, to: 75 },
	{ name: 'most', from: 75, to: 90 },
	{ name: 'almost all', from: 90, to: 100 }
];

describe('the list of the quantity check', () => {
	test('sets apart what is to mend, what to think about, and what is right', () => {
		expect(standingOf(span({ verdict: 'wrong' }))).toBe('mend');
		expect(standingOf(span({ verdict: 'hidden-base' }))).toBe('think');
		expect(standingOf(span({}))).toBe('right');
		expect(
			countWords([span({ verdict: 'wrong' }), span({}), span({}), span({ verdict: 'undefined-term' })])
		).toBe('1 to mend, 1 to think about, 2 right');
		expect(countWords([])).toBe('no words of quantity found');
	});

	test('asks to look again at a phrase whose data have changed, though it is right still', () => {
		expect(standingOf(span({ stale: true }))).toBe('think');
		expect(leadOf(span({ stale: true }))).toBe('The data have changed since it was linked.');
	});

	test('says what a term means where it was written wrongly', () => {
		expect(meaningOf(span({ phrase: 'Most' }), bands)).toBe('It means 75% up to 90%.');
		expect(meaningOf(span({ phrase: 'The majority of' }), bands)).toBe('It means 50% up to 75%.');
		expect(meaningOf(span({ phrase: 'Almost all' }), bands)).toBe('It means 90% or more.');
		expect(meaningOf(span({ phrase: 'Nearly half' }), bands)).toBe('A reason.');
	});
});
