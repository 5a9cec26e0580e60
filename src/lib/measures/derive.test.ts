import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import quantityScale from '../../../fixtures/scales/care-inspectorate-quantity.json' with { type: 'json' };
import { notApplicable, notRecorded } from '#lib/evidence/answer.ts';
import { questionSchema } from '#lib/evidence/instrument.ts';
import { designs, type Sample } from '#lib/evidence/source.ts';
import { parseQuantityScale } from '#lib/frameworks/scales.ts';
import { deriveMeasure, type MeasureInput } from './derive.ts';
import { SampleMismatchError } from './sample-mismatch.ts';

const scale = parseQuantityScale(quantityScale);
const [yes, partly, no] = [0, 1, 2];
const question = questionSchema.parse({
	code: 'C4',
	wording: 'Were the four options discussed?',
	type: 'yes-partly-no',
	positive: ['yes']
});

type Given = Omit<Partial<MeasureInput>, 'sample'> & { sample?: Partial<Sample> };
function measure({ sample, ...given }: Given = {}) {
	return deriveMeasure({
		question,
		counts: new Map([
			[yes, 54],
			[partly, 3],
			[no, 3]
		]),
		records: 60,
		scale,
		...given,
		sample: { design: 'random', frameSize: 400, strata: null, ...sample }
	});
}
function yesAndNo(yeses: number, noes: number) {
	return new Map([
		[yes, yeses],
		[no, noes]
	]);
}
const locality = (sizes: Record<string, number>) => ({ column: 'locality', sizes });
const percents = (interval: { low: number; high: number } | null | undefined) =>
	interval && [interval.low, interval.high].map((share) => Math.round(share * 1000) / 10);

describe('the measure of a question', () => {
	it('says k of n, the share, the term and how sure it is', () => {
		const { interval, ...rest } = measure();
		expect(rest).toMatchObject({
			question: 'C4',
			positive: 54,
			base: 60,
			share: 0.9,
			term: 'almost all',
			touches: ['most', 'almost all'],
			secure: false,
			tally: { records: 60, partly: 3, negative: 3 }
		});
		expect(percents(interval)).toEqual([80.5, 95.8]);
		expect(interval?.method).toBe('hypergeometric');
	});

	it('uses Clopper–Pearson when the size of the frame is not known', () => {
		const { interval } = measure({ counts: yesAndNo(5, 5), records: 10, sample: { frameSize: null } });
		expect(percents(interval)).toEqual([18.7, 81.3]);
		expect(interval?.method).toBe('clopper-pearson');
	});

	it.each(['self-selected', 'purposive'] as const)('has no interval for a %s sample', (design) => {
		const part = { stratum: 'Hamilton', counts: yesAndNo(5, 5), records: 10 };
		expect(measure({ sample: { design }, strata: [part] })).toMatchObject({
			share: 0.9,
			term: 'almost all',
			interval: null,
			touches: [],
			secure: null,
			strata: [{ share: 0.5, term: 'the majority', interval: null, touches: [], secure: null }]
		});
	});

	it('has no share, term or interval without evidence', () => {
		for (const design of designs)
			expect(
				measure({ counts: new Map([[notApplicable, 4]]), records: 5, sample: { design, frameSize: null } })
			).toMatchObject({ base: 0, share: null, term: null, interval: null, touches: [], secure: null });
	});

	it('has no share, term or interval for a question without positive answers, but keeps the counts', () => {
		for (const [type, code] of [
			['date', 20180627],
			['text', 1],
			['yes-no', 0]
		] as const) {
			const open = questionSchema.parse({ code: 'D1', wording: 'When was it read?', type, positive: [] });
			const counts = new Map([[code, 7]]);
			expect(measure({ question: open, counts })).toMatchObject({
				base: 7,
				share: null,
				term: null,
				interval: null,
				secure: null,
				tally: { blank: 53 }
			});
		}
	});

	it('takes those to whom the question did not apply out of the frame as well', () => {
		const counts = new Map([
			[yes, 40],
			[no, 8],
			[notApplicable, 12]
		]);
		expect(measure({ counts, sample: { frameSize: 60 } }).interval?.method).toBe('census');
		const wide = measure({ counts, sample: { frameSize: 412 } }).interval!;
		expect(wide).toEqual(measure({ counts: yesAndNo(40, 8), records: 48 }).interval);
	});

	it('has an interval that holds the share, and a term among those it touches, whatever the answers', () => {
		const some = fc.integer({ min: 0, max: 90 });
		fc.assert(
			fc.property(fc.tuple(some, some, some, some, some), some, fc.boolean(), (given, more, known) => {
				const [first, second, third, none, unknown] = given;
				const counts = new Map([
					[yes, first],
					[partly, second],
					[no, third],
					[notApplicable, none],
					[notRecorded, unknown]
				]);
				const records = given.reduce((sum, each) => sum + each, 0);
				const derived = measure({
					counts,
					records,
					sample: { frameSize: known ? records + more + 1 : null }
				});
				if (derived.share === null) return expect(derived.base).toBe(0);
				expect(derived.interval!.low).toBeLessThanOrEqual(derived.share);
				expect(derived.interval!.high).toBeGreaterThanOrEqual(derived.share);
				expect(derived.touches).toContain(derived.term);
			})
		);
	});
});

describe('a census', () => {
	it('has no width, and a secure term', () => {
		const census = measure({ sample: { design: 'census', frameSize: null } });
		expect(census.interval).toEqual({ low: 0.9, high: 0.9, method: 'census' });
		expect(census).toMatchObject({ touches: ['almost all'], secure: true });
	});

	it('stays one when some answers are blank or not applicable', () => {
		const counts = new Map([
			[yes, 20],
			[no, 20],
			[notApplicable, 10]
		]);
		const census = measure({ counts, sample: { design: 'census', frameSize: 60 } });
		expect(census).toMatchObject({ base: 40, interval: { low: 0.5, high: 0.5, method: 'census' } });
	});

	it('with fewer records than its frame is refused', () => {
		const derive = () => measure({ sample: { design: 'census', frameSize: 61 } });
		expect(derive).toThrow(SampleMismatchError);
		expect(derive).toThrow('there are 60 records in a frame of 61');
		expect(derive).toThrow(expect.objectContaining({ code: 'census-incomplete' }));
	});
});

describe('a sample that its records contradict', () => {
	it.each(['random', 'stratified', 'census'] as const)('is refused: %s, larger than its frame', (design) => {
		const sample = { design, frameSize: 59 };
		expect(() => measure({ sample })).toThrow('There are 60 records, but the sampling frame has only 59.');
	});

	it('is refused when a stratum has more records than its size', () => {
		const strata = [{ stratum: 'Hamilton', counts: yesAndNo(54, 6), records: 60 }];
		const sample = { strata: locality({ Hamilton: 50, Clydesdale: 350 }) };
		expect(() => measure({ strata, sample })).toThrow('60 records of “Hamilton”, but only 50');
	});

	it('is refused when its strata do not add up to its frame', () => {
		const sample = { design: 'stratified', strata: locality({ Hamilton: 50 }) } as const;
		expect(() => measure({ sample })).toThrow(expect.objectContaining({ code: 'strata-do-not-add-up' }));
	});
});

describe('the strata of a measure', () => {
	const strata = [
		{ stratum: 'Hamilton', counts: yesAndNo(9, 1), records: 10 },
		{ stratum: 'Clydesdale', counts: yesAndNo(45, 5), records: 50 },
		{ stratum: 'Rutherglen', counts: new Map<number, number>(), records: 0 }
	];

	it('have Clopper–Pearson intervals while their sizes are unknown, hypergeometric ones when known', () => {
		const unknown = measure({ strata }).strata;
		expect(unknown.map((each) => each.interval?.method)).toEqual([
			'clopper-pearson',
			'clopper-pearson',
			undefined
		]);
		const known = measure({ strata, sample: { strata: locality({ Hamilton: 40, Clydesdale: 360 }) } }).strata;
		expect(known.map((each) => each.interval?.method)).toEqual([
			'hypergeometric',
			'hypergeometric',
			undefined
		]);
		const byOther = measure({ strata, by: 'care group', sample: { strata: locality({ Hamilton: 40 }) } });
		expect(byOther.strata[0]?.interval?.method).toBe('clopper-pearson');
	});

	it('say so when there is no evidence in one', () => {
		expect(measure({ strata }).strata[2]).toEqual({
			stratum: 'Rutherglen',
			positive: 0,
			base: 0,
			share: null,
			term: null,
			interval: null,
			touches: [],
			secure: null
		});
	});

	it('of a census, or of a random sample of everyone, have no width', () => {
		for (const design of ['census', 'random'] as const)
			expect(measure({ strata, sample: { design, frameSize: 60 } }).strata[0]).toMatchObject({
				interval: { low: 0.9, high: 0.9, method: 'census' },
				touches: ['almost all'],
				secure: true
			});
	});
});

describe('a stratified sample', () => {
	const strata = [
		{ stratum: 'Hamilton', counts: yesAndNo(9, 1), records: 10 },
		{ stratum: 'Clydesdale', counts: yesAndNo(10, 40), records: 50 }
	];
	const sample = {
		design: 'stratified',
		frameSize: 400,
		strata: locality({ Hamilton: 300, Clydesdale: 100 })
	} as const;
	const counts = yesAndNo(19, 41);

	it('has a share weighted by the size of its strata, and says how its interval was found', () => {
		const weighted = measure({ counts, strata, sample });
		expect(weighted).toMatchObject({ positive: 19, base: 60, share: 0.725, term: 'the majority' });
		expect(weighted.interval?.method).toBe('stratified');
		expect(weighted.touches).toContain('the majority');
		expect(weighted.strata.map((each) => each.interval?.method)).toEqual([
			'hypergeometric',
			'hypergeometric'
		]);
	});

	it('has its term decided exactly: a weighted share of 75% is “most”', () => {
		// 300 × 7/9 + 100 × 2/3 = 300 of 400, which is not 0.75 when reckoned with decimals.
		const exactly = [
			{ stratum: 'Hamilton', counts: yesAndNo(7, 2), records: 9 },
			{ stratum: 'Clydesdale', counts: yesAndNo(2, 1), records: 3 }
		];
		expect(measure({ counts: yesAndNo(9, 3), records: 12, strata: exactly, sample })).toMatchObject({
			share: 0.75,
			term: 'most'
		});
	});

	it('is weighted even when no strata are to be shown', () => {
		expect(measure({ counts, drawnStrata: strata, sample })).toMatchObject({ share: 0.725, strata: [] });
	});

	it('may be shown by another column, without intervals, beside the weighted share', () => {
		const byGroup = [
			{ stratum: 'Older people', counts: yesAndNo(10, 20), records: 30 },
			{ stratum: 'Others', counts: yesAndNo(9, 21), records: 30 }
		];
		const shown = measure({ counts, strata: byGroup, by: 'care group', drawnStrata: strata, sample });
		expect(shown.share).toBe(0.725);
		expect(shown.strata[0]).toMatchObject({ positive: 10, base: 30, interval: null, secure: null });
	});

	it.each([
		[
			'nothing is known of a stratum',
			'stratum-without-evidence',
			[strata[0]!, { ...strata[1]!, counts: new Map() }]
		],
		['a stratum was not drawn from', 'stratum-without-evidence', [{ ...strata[0]!, records: 60, counts }]],
		[
			'the size of a stratum is unknown',
			'stratum-sizes-unknown',
			[strata[0]!, { ...strata[1]!, stratum: 'Larkhall' }]
		],
		[
			'a record is in no stratum',
			'stratum-sizes-unknown',
			[strata[0]!, { ...strata[1]!, counts: yesAndNo(10, 39), records: 49 }]
		],
		['no strata are given', 'stratum-sizes-unknown', undefined]
	] as const)('has no share when %s, and says why', (_, withheld, given) => {
		expect(measure({ counts, strata: given, sample: { ...sample, frameSize: 400 } })).toMatchObject({
			positive: 19,
			base: 60,
			share: null,
			term: null,
			interval: null,
			withheld
		});
	});

	it('of everybody is a census', () => {
		const everybody = measure({
			counts,
			strata,
			sample: { ...sample, frameSize: 60, strata: locality({ Hamilton: 10, Clydesdale: 50 }) }
		});
		expect(everybody).toMatchObject({ share: 19 / 60, interval: { method: 'census' }, secure: true });
	});
});
