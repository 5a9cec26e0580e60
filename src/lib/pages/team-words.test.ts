import { expect, test } from 'vitest';
import { numberRuns } from './team-words.ts';

test('numbers that follow each other are said as from one to another', () => {
	expect(numberRuns([1, 2, 3, 5, 8, 9])).toBe('1 to 3, 5, 8 to 9');
	expect(numberRuns([])).toBe('');
});
