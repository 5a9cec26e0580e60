import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveMeasure } from '#lib/measures/derive.ts';
import { questionSchema, type Question } from '#lib/evidence/instrument.ts';
import type { Design } from '#lib/evidence/source.ts';
import { parseQuantityScale } from '#lib/frameworks/scales.ts';
import scaleFile from '../../../fixtures/scales/care-inspectorate-quantity.json' with { type: 'json' };
import { checkQuantities } from './check-quantities.ts';
import { measureToCheck, writeMeasures, type MeasureToWrite } from './write-measures.ts';

const scale = parseQuantityScale(scaleFile);

const question = (message?: string): Question =>
	questionSchema.parse({
		code: 'Q1',
		wording: 'Were the options explained?',
		type: 'yes-no',
		positive: ['yes'],
		label: 'Options explained',
		...(message === undefined ? {} : { message })
	});

function toWrite(
	positive: number,
	base: number,
	told: { message?: string; design?: Design; asked?: number; frameSize?: number } = {}
): MeasureToWrite {
	const design = told.design ?? 'census';
	const asked = question(told.message);
	const counts = new Map([
		[0, positive],
		[1, base - positive]
	]);
	const measure = deriveMeasure({
		question: asked,
		counts,
		records: base,
		sample: { design, frameSize: told.frameSize ?? base, strata: null },
		scale
	});
	const unit = { one: 'file', many: 'files' };
	return { id: 'Q1', question: asked, measure, telling: { unit, design, scale, asked: told.asked ?? null } };
}

const sentences = (measure: MeasureToWrite): string[] => writeMeasures([measure]).map(({ text }) => text);
const files = 'files show that the options were explained';
const people = 'people who answered had the options explained';

describe('a measure that is written for somebody', () => {
	test('has its term, what was counted, and how many of how many', () => {
		expect(sentences(toWrite(47, 60, { message: files }))).toEqual([
			'Most files (47 of 60) show that the options were explained.'
		]);
		expect(sentences(toWrite(31, 60, { message: files }))).toEqual([
			'The majority of files (31 of 60) show that the options were explained.'
		]);
	});

	test('says all of how many, in words up to ten, and none as no', () => {
		expect(sentences(toWrite(10, 10, { message: people }))).toEqual([
			'All ten people who answered had the options explained.'
		]);
		expect(sentences(toWrite(60, 60, { message: files }))[0]).toMatch(/^All 60 files show/);
		expect(sentences(toWrite(0, 20, { message: files }))[0]).toMatch(/^No files \(0 of 20\) show/);
	});

	test('tells the answer as it was given where the question has no message of its own', () => {
		expect(sentences(toWrite(47, 60))).toEqual([
			'In most files (47 of 60) the answer to “Were the options explained?” was “yes”.'
		]);
	});

	test('says who answered, of how many asked, once for all measures of evidence that was not drawn', () => {
		const self = toWrite(100, 136, { message: people, design: 'self-selected', asked: 912, frameSize: 912 });
		const written = writeMeasures([self, { ...self, id: 'Q2' }]);
		expect(written.map(({ measure }) => measure)).toEqual(['Q1', 'Q2', null]);
		expect(written[2]!.text).toContain('those who answered, 136 of 912 asked');
	});

	test('names the terms that a sample does not tell apart', () => {
		expect(sentences(toWrite(54, 60, { message: files, design: 'random', frameSize: 400 }))[1]).toBe(
			'On “Options explained” the term is borderline: the sample does not tell “most” and “almost all” apart.'
		);
	});

	test('says that there is no evidence, and leaves out what has no share', () => {
		expect(sentences(toWrite(0, 0))).toEqual(['There is no evidence on “Options explained”.']);
		const open = toWrite(3, 6);
		expect(writeMeasures([{ ...open, measure: { ...open.measure, term: null, share: null } }])).toEqual([]);
	});

	test('is always right by the quantity check, whether it is tied or found by its own numbers', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 400 }),
				fc.nat(),
				fc.constantFrom(files, people, undefined),
				(base, part, message) => {
					const written = toWrite(part % (base + 1), base, message === undefined ? {} : { message });
					const { text, at } = writeMeasures([written])[0]!;
					const measure = measureToCheck(written)!;
					for (const measures of [[{ ...measure, at: [at!] }], [measure]]) {
						const found = checkQuantities(text, measures, scale);
						expect(
							found.map(({ verdict }) => verdict),
							text
						).toEqual(['right']);
						expect(found[0]!.measure).toBe('Q1');
					}
				}
			)
		);
	});
});
