import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markDifferences, type MarkedRun } from './text-differences.ts';

const whole = (runs: readonly MarkedRun[]) => runs.map(({ text }) => text).join('');
const marked = (runs: readonly MarkedRun[]) =>
	runs.filter((run) => run.marked).map(({ text }) => text.trim());

describe('two texts side by side', () => {
	test('are marked where they differ and nowhere else', () => {
		const { theirs, mine } = markDifferences(
			'Most files show that advocacy was offered in time.',
			'Almost all files show that advocacy was offered in time, and early.'
		);
		expect(marked(theirs)).toEqual(['Most', 'time.']);
		expect(marked(mine)).toEqual(['Almost all', 'time, and early.']);
	});

	test('show a paragraph that only one of them has', () => {
		const { theirs, mine } = markDifferences('One.\n\nTwo.', 'One.\n\nBetween.\n\nTwo.');
		expect(marked(theirs)).toEqual([]);
		expect(marked(mine).join(' ')).toBe('Between.');
	});

	test('that are the same are not marked at all', () => {
		expect(markDifferences('The same.', 'The same.').theirs).toEqual([{ text: 'The same.', marked: false }]);
	});

	test('are shown whole, whatever is in them', () => {
		const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'Ä', '.')).map((signs) => signs.join(''));
		fc.assert(
			fc.property(text, text, (first, second) => {
				const { theirs, mine } = markDifferences(first, second);
				expect([whole(theirs), whole(mine)]).toEqual([first, second]);
			})
		);
		expect.hasAssertions();
	});

	test('that are very long are marked between their common beginning and end', () => {
		const long = (word: string) => `Begin ${`${word} `.repeat(5_000)}end.`;
		const { theirs } = markDifferences(long('left'), long('right'));
		expect(theirs.map((run) => run.marked)).toEqual([false, true, false]);
	});
});
