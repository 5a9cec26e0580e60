import { describe, expect, test } from 'vitest';
import type { Question } from '#lib/evidence/instrument.ts';
import type { Sample } from '#lib/evidence/source.ts';
import { quantityScale as scale } from '../../../tests/support/small-review.ts';
import { deriveMeasure } from './derive.ts';
import { partMeasure, sampleOfPart } from './part.ts';
import { sureSentence } from './words.ts';

const question = {
	code: 'Q1',
	wording: 'Was it discussed?',
	type: 'yes-no',
	positive: ['yes'],
	elements: []
} as unknown as Question;
const counts = (yes: number, no: number) =>
	new Map([
		[0, yes],
		[1, no]
	]);
const north = { stratum: 'North', counts: counts(9, 14), records: 23 };
const south = { stratum: 'South', counts: counts(30, 7), records: 37 };
const parts = [north, south];
const sampled = (sample: Partial<Sample>): Sample => ({
	design: 'random',
	frameSize: 400,
	asked: null,
	strata: null,
	howDrawn: 'Drawn.',
	...sample
});

function both(sample: Sample, column = 'area') {
	const line = deriveMeasure({
		question,
		counts: counts(39, 21),
		records: 60,
		sample,
		scale,
		by: column,
		strata: parts,
		drawnStrata: parts
	}).strata[0]!;
	const part = partMeasure({ question, records: 60, sample, scale, column, part: north });
	return { line, part };
}

describe('one stratum taken by itself', () => {
	test.each([
		['a random sample', sampled({})],
		['a random sample of everybody', sampled({ frameSize: 60 })],
		['a census', sampled({ design: 'census', frameSize: 60 })],
		['people who chose to answer', sampled({ design: 'self-selected', frameSize: null })],
		[
			'a sample drawn by it',
			sampled({ design: 'stratified', strata: { column: 'area', sizes: { North: 100, South: 300 } } })
		],
		[
			'a sample drawn by another column',
			sampled({ design: 'stratified', strata: { column: 'option', sizes: { One: 100, Two: 300 } } })
		]
	])('of %s has the figures of its line beside the others', (_, sample) => {
		const { line, part } = both(sample);
		const { positive, base, share, term, interval, touches, secure } = part;
		const { stratum, ...figures } = line;
		expect(stratum).toBe('North');
		expect({ positive, base, share, term, interval, touches, secure }).toEqual(figures);
	});

	test('of a sample drawn by its column takes its size from the frame', () => {
		const strata = { column: 'area', sizes: { North: 100, South: 300 } };
		expect(both(sampled({ design: 'stratified', strata })).part.interval?.method).toBe('hypergeometric');
		expect(both(sampled({})).part.interval?.method).toBe('clopper-pearson');
	});

	test('of a sample drawn by another column says why it has no interval', () => {
		const strata = { column: 'option', sizes: { One: 100, Two: 300 } };
		const sample = sampled({ design: 'stratified', strata });
		const { part } = both(sample);
		const { design } = sampleOfPart(sample, 'area', north, 60);
		expect(sureSentence(part, { unit: { one: 'file', many: 'files' }, design, scale })).toMatch(
			/^These figures describe the 23 files read; .* not the same chance of being drawn, so no interval is given\.$/
		);
	});
});
