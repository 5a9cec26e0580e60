import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEvaluationScale, parseQuantityScale, parseReadinessScale } from './scales.ts';

const shipped = (name: string) =>
	JSON.parse(readFileSync(new URL(`../../../fixtures/scales/${name}.json`, import.meta.url), 'utf8'));
const quantity = shipped('care-inspectorate-quantity');
const evaluation = shipped('care-inspectorate-evaluation');
const readiness = shipped('sds-readiness');

describe('the quantity scale', () => {
	it('covers 0 to 100% in five terms without a gap', () => {
		const { bands, edge } = parseQuantityScale(quantity);
		expect(edge).toBe('lower-bound-included');
		expect(bands.map(({ name, from, to }) => `${name} ${from}–${to}`)).toEqual([
			'few 0–15',
			'less than half 15–50',
			'the majority 50–75',
			'most 75–90',
			'almost all 90–100'
		]);
	});

	it.each([
		['starts above nothing', [{ name: 'some', from: 5, to: 100 }], '“some” must start at 0'],
		['leaves a gap', [band('few', 0, 15), band('many', 20, 100)], '“many” must start at 15'],
		['overlaps', [band('few', 0, 15), band('many', 10, 100)], '“many” must start at 15'],
		['has an empty band', [band('few', 0, 0), band('many', 0, 100)], '“few” must end above 0'],
		['ends before all', [band('few', 0, 90)], 'the last band must end at 100'],
		['has a band within a per cent', [band('few', 0, 14.5), band('many', 14.5, 100)], 'expected int']
	])('is refused when it %s', (_, bands, message) => {
		expect(() => parseQuantityScale({ ...quantity, bands })).toThrow(message);
	});
});

describe('the evaluation scale', () => {
	it('rises from unsatisfactory to excellent', () => {
		const { steps } = parseEvaluationScale(evaluation);
		expect(steps.map(({ step, name }) => `${step} ${name}`)).toEqual([
			'1 Unsatisfactory',
			'2 Weak',
			'3 Adequate',
			'4 Good',
			'5 Very good',
			'6 Excellent'
		]);
	});

	it('is refused when a step is left out', () => {
		const steps = evaluation.steps.filter(({ step }: { step: number }) => step !== 3);
		expect(() => parseEvaluationScale({ ...evaluation, steps })).toThrow('must rise by one from 1');
	});
});

describe('the readiness stages', () => {
	it('ask how well and how we know, each in five steps from nothing', () => {
		const { howWell, howDoWeKnow } = parseReadinessScale(readiness);
		expect(howWell.map(({ name }) => name)).toEqual([
			'not started',
			'exploring',
			'installing',
			'initial implementation',
			'full implementation'
		]);
		expect(howDoWeKnow.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4]);
		expect(howDoWeKnow.at(-1)!.name).toBe('measured and confirmed by people who use support');
	});
});

function band(name: string, from: number, to: number) {
	return { name, from, to };
}
