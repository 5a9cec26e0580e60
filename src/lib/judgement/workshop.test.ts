import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { perspectives } from './readiness.ts';
import {
	byPerspective,
	codeSigns,
	farApart,
	isOverByItself,
	middleOf,
	newCode,
	rangeOf,
	readCode,
	spacedCode,
	spreadOf,
	type Rating
} from './workshop.ts';

const ratings = (...given: [count: number, step: number, perspective: Rating['perspective']][]): Rating[] =>
	given.flatMap(([count, step, perspective]) => Array.from({ length: count }, () => ({ step, perspective })));

describe('the code of a workshop', () => {
	it('has no signs that are taken for one another', () => {
		expect([...'01258BGILOQSUVZ'].filter((sign) => codeSigns.includes(sign))).toEqual([]);
	});

	it('is found again however it was written', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(codeSigns.length - 1), { minLength: 6, maxLength: 6 }), (picks) => {
				const left = [...picks];
				const code = newCode(() => left.shift()!);
				expect(readCode(code)).toBe(code);
				expect(readCode(` ${spacedCode(code).toLowerCase()} `)).toBe(code);
				expect(readCode(code.split('').join('-'))).toBe(code);
			})
		);
	});

	it.each(['', 'KM47R', 'KM47RTT', 'KM47R0', 'KM47RÄ', 'K'.repeat(200)])('is none in “%s”', (written) => {
		expect(readCode(written)).toBeNull();
	});
});

describe('a workshop', () => {
	it('is over when nobody has led it on for twelve hours', () => {
		expect(isOverByItself('2026-03-02T09:00:00.000Z', '2026-03-02T20:59:59.999Z')).toBe(false);
		expect(isOverByItself('2026-03-02T09:00:00.000Z', '2026-03-02T21:00:00.000Z')).toBe(true);
	});
});

describe('the spread of a room', () => {
	it('counts each stage, and says where it begins, ends and has its middle', () => {
		const spread = spreadOf(ratings([2, 1, null], [5, 3, 'worker'], [1, 4, null]));
		expect(spread).toEqual({ ratings: 8, counts: [0, 2, 0, 5, 1] });
		expect(rangeOf(spread)).toEqual({ lowest: 1, highest: 4 });
		expect(middleOf(spread)).toBe(3);
	});

	it('has neither range nor middle where nobody rated', () => {
		expect(rangeOf(spreadOf([]))).toBeNull();
		expect(middleOf(spreadOf([]))).toBeNull();
	});

	it('shows a perspective from three ratings on', () => {
		const { shown, kept } = byPerspective(
			ratings([3, 1, 'worker'], [2, 4, 'senior-decision-maker'], [2, 3, null])
		);
		expect(shown).toEqual([{ perspective: 'worker', spread: { ratings: 3, counts: [0, 3, 0, 0, 0] } }]);
		expect(kept).toBe(2);
	});

	it('leaves out one more where the rest could be worked out from the whole', () => {
		const one = byPerspective(
			ratings([4, 1, 'worker'], [3, 2, 'other-professional'], [1, 4, 'senior-decision-maker'])
		);
		expect(one.shown.map(({ perspective }) => perspective)).toEqual(['worker']);
		expect(byPerspective(ratings([3, 1, 'worker'], [1, 4, 'person-or-carer'])).shown).toEqual([]);
	});

	it('never leaves one or two ratings to be worked out', () => {
		const rating = fc.record({
			step: fc.integer({ min: 0, max: 4 }),
			perspective: fc.constantFrom(...perspectives, null)
		});
		fc.assert(
			fc.property(fc.array(rating, { maxLength: 30 }), (all) => {
				const { shown } = byPerspective(all);
				const left = all.length - shown.reduce((sum, { spread }) => sum + spread.ratings, 0);
				expect(left === 0 || left >= 3 || shown.length === 0).toBe(true);
				expect(shown.every(({ spread }) => spread.ratings >= 3)).toBe(true);
			})
		);
	});

	it('names the perspectives that lie two stages apart', () => {
		const far = byPerspective(
			ratings([3, 1, 'worker'], [3, 3, 'senior-decision-maker'], [3, 2, 'other-professional'])
		);
		expect(farApart(far)).toEqual([['worker', 'senior-decision-maker']]);
	});
});
