import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { times } from '../../../../tests/support/long.ts';
import { closest, letterPairs, plainHeading, repeatedHeading } from './heading-words.ts';
import { plainDate } from './written-date.ts';

describe('plainHeading', () => {
	test('forgets what tools put before a wording, and nothing of the wording', () => {
		expect(
			['1. Were you told?', 'Q3) Were you told?', 'q_17_Were_you_told', 'Question 4 Were you told?'].map(
				plainHeading
			)
		).toEqual(Array(4).fill('were you told'));
		expect(plainHeading('3 conversations model in use?')).toBe('3 conversations model in use');
		expect(plainHeading('Option 2?')).toBe('option 2');
	});

	test('takes no time over a heading that goes on and on', () => {
		const start = performance.now();
		for (const piece of ['<', 'Q', '1', ' ', '&', 'q_1', '* ', '<a ']) plainHeading(piece.repeat(30_000));
		expect(performance.now() - start).toBeLessThan(2_000);
	});
});

test('a title that is there again is told by the number that was put after it', () => {
	expect(['why2', 'why is that 3', 'why', 'why1', '2'].map(repeatedHeading)).toEqual([
		{ base: 'why', nth: 2 },
		{ base: 'why is that', nth: 3 },
		null,
		null,
		null
	]);
});

describe('closest', () => {
	const near = (...texts: string[]) =>
		texts.map((candidate) => ({ pairs: letterPairs(candidate), candidate }));

	test('finds a wording with a slip in it', () => {
		expect(
			closest('were you tolt about advocacy', near('were you told about advocacy', 'are you a carer'))
		).toBe('were you told about advocacy');
	});

	test('chooses none of two that are as close', () => {
		expect(
			closest('the plan is clear to me 3', near('the plan is clear to me 1', 'the plan is clear to me 2'))
		).toBeNull();
	});

	test('is never sure of what has nothing in it', () => {
		expect(closest('', near('', 'a'))).toBeNull();
	});
});

describe('plainDate', () => {
	test('is the same day for every way of writing it', () => {
		const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(day, fc.constantFrom('/', '.', '-'), fc.boolean(), (date, between, isShort) => {
				const [year, month, number] = date.toISOString().slice(0, 10).split('-') as [string, string, string];
				const digits = (text: string) => (isShort ? String(Number(text)) : text);
				const name = date.toLocaleString('en-GB', { month: isShort ? 'short' : 'long', timeZone: 'UTC' });
				const iso = `${year}-${month}-${number}`;
				for (const written of [
					iso,
					`${iso}T09:30:00Z`,
					[digits(number), digits(month), year].join(between),
					`${[digits(number), digits(month), year].join(between)} 9:05`,
					`${digits(number)} ${name} ${year}`
				])
					expect(plainDate(written)).toBe(iso);
			}),
			{ numRuns: times(300, 10_000) }
		);
	});

	test('leaves alone what is no date of this country', () => {
		for (const text of ['06/27/2018', '27/06/18', 'June 2018', '', 'soon', '1/2', ' '.repeat(20_000)])
			expect(plainDate(text)).toBe(text);
	});
});
