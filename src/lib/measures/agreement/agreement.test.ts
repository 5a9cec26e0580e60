import { describe, expect, it } from 'vitest';
import { notApplicable, notRecorded } from '#lib/evidence/answer.ts';
import { questionSchema, type Question } from '#lib/evidence/instrument.ts';
import { deriveAgreement, derivePooledAgreement } from './agreement.ts';

const question = (type: Question['type'], more: object = {}): Question =>
	questionSchema.parse({ code: 'Q1', wording: 'Offered?', type, positive: [], ...more });
const pair = (first: number, second: number) => ({ first, second });
const times = (count: number, first: number, second: number) =>
	Array.from({ length: count }, () => pair(first, second));
const [yes, partly, no] = [0, 1, 2];

describe('the agreement on a question', () => {
	it('has the number of pairs, how many are the same, and the exact interval of their share', () => {
		const found = deriveAgreement(question('yes-no'), [...times(54, 0, 0), ...times(6, 0, 1)])!;
		expect([found.pairs, found.same, found.percent!.value]).toEqual([60, 54, 0.9]);
		expect(found.percent!.interval!.low).toBeCloseTo(0.795, 3);
		expect(found.percent!.interval!.high).toBeCloseTo(0.962, 3);
	});

	it('weighs a step less than two steps where answers are ordered', () => {
		const near = deriveAgreement(question('yes-partly-no'), [
			...times(9, yes, yes),
			...times(9, no, no),
			pair(yes, partly)
		])!;
		const far = deriveAgreement(question('yes-partly-no'), [
			...times(9, yes, yes),
			...times(9, no, no),
			pair(yes, no)
		])!;
		expect(near.weighted && far.weighted).toBe(true);
		for (const name of ['kappa', 'ac', 'alpha'] as const)
			expect(near[name].value).toBeGreaterThan(far[name].value!);
		expect(near.percent).toEqual(far.percent);
	});

	it('counts not applicable and not recorded as answers that are as different from the others as can be', () => {
		const common = [...times(9, yes, yes), ...times(9, no, no)];
		const unsure = deriveAgreement(question('yes-partly-no'), [...common, pair(yes, notApplicable)])!;
		const far = deriveAgreement(question('yes-partly-no'), [...common, pair(yes, no)])!;
		const agreed = deriveAgreement(question('yes-partly-no'), [...common, pair(notRecorded, notRecorded)])!;
		expect(unsure.pairs).toBe(19);
		expect(unsure.same).toBe(18);
		expect(unsure.kappa.value).toBeCloseTo(far.kappa.value!, 1);
		expect(agreed.kappa.value).toBe(1);
	});

	it('takes don’t know out of the order of an agreement scale', () => {
		const [agree, disagree, unsure] = [1, 3, 5];
		const common = [...times(9, agree, agree), ...times(9, disagree, disagree)];
		const apart = deriveAgreement(question('agreement'), [...common, pair(disagree, unsure)])!;
		const step = deriveAgreement(question('agreement'), [...common, pair(disagree, 4)])!;
		expect(apart.kappa.value).toBeLessThan(step.kappa.value!);
	});

	it('compares several choices as a whole, and choices found in the file by their names', () => {
		const several = deriveAgreement(question('multiple-choice', { options: ['a', 'b', 'c'] }), [
			...times(9, 3, 3),
			...times(9, 4, 4),
			pair(3, 1)
		])!;
		expect([several.weighted, several.same]).toEqual([false, 18]);
		expect(deriveAgreement(question('single-choice'), [pair(0, 7), pair(7, 7)])!.pairs).toBe(2);
	});

	it('reads a scale as numbers with equal steps', () => {
		const scale = question('scale', { scale: { from: 1, to: 10 } });
		const near = deriveAgreement(scale, [...times(5, 2, 2), ...times(5, 9, 9), pair(2, 3)])!;
		expect(near.alpha.value).toBeGreaterThan(0.95);
	});

	it('says of dates only whether the day is the same, and of written answers nothing', () => {
		const dates = deriveAgreement(question('date'), [pair(20180627, 20180627), pair(20180627, 20180628)])!;
		expect(dates.percent!.value).toBe(0.5);
		expect(dates.kappa.why).toContain('same day');
		expect(deriveAgreement(question('text'), [pair(1, 1)])).toBeNull();
	});

	it('without pairs has no number at all, and says so', () => {
		const found = deriveAgreement(question('yes-no'), [])!;
		expect(found).toMatchObject({ pairs: 0, percent: null, reading: 'Nothing was answered by both yet.' });
		for (const coefficient of [found.kappa, found.ac, found.alpha])
			expect(coefficient).toMatchObject({ value: null, why: 'no record was answered by both' });
	});

	it('is never said in anything but numbers and words, whatever was answered', () => {
		for (const type of ['yes-no', 'yes-partly-no', 'agreement', 'scale', 'single-choice'] as const)
			for (const first of [yes, no, notApplicable, notRecorded])
				for (const second of [yes, no, notApplicable])
					for (const count of [1, 2, 5]) {
						const found = deriveAgreement(question(type), [...times(count, first, second), pair(yes, yes)])!;
						expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/);
						for (const { value } of [found.kappa, found.ac, found.alpha])
							expect(value === null || Number.isFinite(value)).toBe(true);
					}
	});
});

describe('the plain reading', () => {
	const readingOf = (pairs: { first: number; second: number }[]) =>
		deriveAgreement(question('yes-no'), pairs)!.reading;

	it('points to AC1 where nearly all answers are the same and κ is low or missing', () => {
		expect(readingOf([...times(38, 0, 0), pair(0, 1), pair(1, 0)])).toBe(
			'The readers answer much alike. Nearly all answers are the same one, which makes κ low: go by AC1.'
		);
		expect(readingOf(times(40, 0, 0))).toContain('leaves κ without a value');
	});

	it('says when there are too few pairs, and when the question must be talked over', () => {
		expect(readingOf([...times(4, 0, 0), ...times(4, 1, 1)])).toBe(
			'The readers answer much alike. 8 pairs say little yet.'
		);
		expect(readingOf(times(1, 0, 1))).toBe('One pair says too little: look at the answers themselves.');
		expect(readingOf([...times(10, 0, 0), ...times(10, 1, 1), ...times(12, 0, 1)])).toContain(
			'agree little more than by chance'
		);
		expect(readingOf([...times(10, 0, 0), ...times(10, 1, 1), ...times(5, 0, 1)])).toContain(
			'mostly answer alike'
		);
	});
});

describe('the agreement of two readers over all questions', () => {
	const named = (first: string, second: string) => ({ first, second });
	it('counts every answer, and finds its intervals from whole records', () => {
		const alike = [named('yes', 'yes'), named('no', 'no'), named('3', '3')];
		const found = derivePooledAgreement([alike, alike, [...alike, named('yes', 'no')], alike]);
		expect([found.pairs, found.same]).toEqual([13, 12]);
		// A record left out at a time: 9 of 9 once, 9 of 10 thrice; t with three degrees of freedom is 3.182.
		const error = Math.sqrt((3 / 4) * (3 * (0.9 - 0.925) ** 2 + (1 - 0.925) ** 2));
		expect(found.percent!.interval!.low).toBeCloseTo(12 / 13 - 3.1824 * error, 4);
		expect(found.kappa.interval).not.toBeNull();
	});

	it('of one record has no interval, and of none no number', () => {
		expect(derivePooledAgreement([[named('yes', 'no'), named('no', 'no')]]).percent!.interval).toBeNull();
		expect(derivePooledAgreement([])).toMatchObject({ pairs: 0, percent: null });
	});
});
