import { describe, expect, it } from 'vitest';
import { shippedQuantityScale } from '#lib/server/shipped-scale.ts';
import { derivePlan } from './sample-plan.ts';

const scale = shippedQuantityScale();
const files = { one: 'file', many: 'files' };
const nothing = { size: '', of: '', share: '', margin: '' };
const locality = {
	name: 'locality',
	missing: 0,
	strata: [
		{ name: 'North', size: 200 },
		{ name: 'South', size: 120 },
		{ name: 'East', size: 80 }
	]
};
const frame = { size: 400, columns: [locality] };

describe('the plan on the page of a sample', () => {
	it('shows 60, or the whole of a smaller frame, before anybody has asked', () => {
		expect(derivePlan(nothing, frame, scale, files).asked.size).toBe('60');
		expect(derivePlan(nothing, { size: 12, columns: [] }, scale, files)).toMatchObject({
			asked: { size: '12' },
			sentences: ['All 12 are a census: no share has any uncertainty of drawing.']
		});
		expect(derivePlan(nothing, null, scale, files)).toMatchObject({ sentences: [], stretches: [] });
	});

	it('says how wide the widest interval is, what an expected share would show, and how many it takes', () => {
		const { sentences } = derivePlan({ ...nothing, share: '90', margin: '5%' }, frame, scale, files);
		expect(sentences).toEqual([
			'The widest 95% interval that 60 files from 400 can give is 36.3 to 60.5% (for 29 of 60): ± 12.2 percentage points.',
			'If 54 of 60 files show it (90%), the interval is 80.5 to 95.8%: the sample could not tell “most” and “almost all” apart.',
			'For no interval wider than ± 5 percentage points it takes 196 files.',
			'For an expected 90% to be secure in one term nothing less than all 400 will do, since it is itself a cut-off between two terms.'
		]);
	});

	it('tells of every possible result which terms its interval touches', () => {
		const { stretches } = derivePlan(nothing, frame, scale, files);
		expect(stretches[0]).toEqual({ results: '0 to 3', shares: '0 to 5%', terms: 'few', secure: true });
		expect(stretches.at(-1)).toMatchObject({ results: '59 to 60', terms: 'almost all', secure: true });
		expect(stretches.find(({ results }) => results === '52 to 58')).toMatchObject({
			terms: 'most and almost all',
			secure: false
		});
	});

	it('tells of each stratum how many it would have, and how little they say of it alone', () => {
		expect(derivePlan(nothing, frame, scale, files).columns).toEqual([
			{
				name: 'locality',
				strata: [
					{ name: 'North', size: 200, number: 30, margin: '± 17' },
					{ name: 'South', size: 120, number: 18, margin: '± 22.1' },
					{ name: 'East', size: 80, number: 12, margin: '± 26.3' }
				]
			}
		]);
		const some = { size: 400, columns: [{ ...locality, missing: 3 }] };
		expect(derivePlan(nothing, some, scale, files).columns).toEqual([]);
	});

	it('plans without a frame, for one of any size or of the size that is said', () => {
		const open = derivePlan({ ...nothing, size: '60' }, null, scale, files);
		expect(open.sentences[0]).toMatch(/60 files can give is 36.8 to 63.2%/);
		const said = derivePlan({ ...nothing, size: '60', of: '400' }, null, scale, files);
		expect(said.sentences[0]).toMatch(/60 files from 400 can give/);
		const never = derivePlan({ ...nothing, share: '50', margin: '0.5' }, null, scale, files);
		expect(never.sentences).toEqual([
			'For no interval wider than ± 0.5 percentage points it takes more than 20,000 files.',
			'No sample can make 50% secure in one term, since it is itself a cut-off between two terms.'
		]);
	});

	it('says of each figure that is wrong what it should be', () => {
		const wrong = derivePlan({ size: '401', of: '', share: '101', margin: 'x' }, frame, scale, files);
		expect(wrong.fields).toEqual({
			size: 'Write a whole number from 1 to 400.',
			share: 'Write a percentage from 0 to 100.',
			margin: 'Write a percentage from 0.5 to 50.'
		});
		expect(wrong.sentences).toEqual([]);
	});
});
