import { describe, expect, it } from 'vitest';
import { parseEvaluationScale, parseQuantityScale } from '#lib/frameworks/scales.ts';
import evaluation from '../../../fixtures/scales/care-inspectorate-evaluation.json' with { type: 'json' };
import quantity from '../../../fixtures/scales/care-inspectorate-quantity.json' with { type: 'json' };
import { describeMethod } from './method-page.ts';

const scale = parseQuantityScale(quantity);
const page = describeMethod({
	frameworks: [],
	quantityScales: [scale],
	evaluationScales: [parseEvaluationScale(evaluation)],
	readiness: []
});

describe('the page on method', () => {
	it('says which numbers of 60 files each term stands for', () => {
		expect(page.lines.map(({ name, ofSixty }) => `${name} ${ofSixty}`)).toEqual([
			'few 0 to 8',
			'less than half 9 to 29',
			'the majority 30 to 44',
			'most 45 to 53',
			'almost all 54 to 60'
		]);
	});

	it('shows a term that is borderline, one that is secure, and one of those who answered', () => {
		expect(page.borderline).toMatchObject({ secure: false, touches: ['most', 'almost all'] });
		expect(page.secure).toMatchObject({ secure: true, term: 'less than half' });
		expect(page.answered).toMatchObject({ secure: null, interval: null });
	});

	it('draws 54 of 60 from 400 with the published interval', () => {
		expect(page.borderline.interval?.low).toBeCloseTo(0.805, 3);
		expect(page.borderline.interval?.high).toBeCloseTo(0.958, 2);
	});

	it('needs scales to speak of', () => {
		expect(() =>
			describeMethod({ frameworks: [], quantityScales: [], evaluationScales: [], readiness: [] })
		).toThrow(RangeError);
	});
});
