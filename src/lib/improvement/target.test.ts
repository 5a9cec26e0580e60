import { describe, expect, test } from 'vitest';
import { reachedBy, readTarget, targetWords } from './target.ts';

const counted = (positive: number, base: number) => ({
	positive,
	base,
	share: base === 0 ? null : positive / base,
	interval: null
});

describe('a target', () => {
	test('is reached by the counts, not by a rounded share', () => {
		const target = { kind: 'share' as const, value: 67 };
		expect(reachedBy(target, counted(2, 3))).toBe('not-yet');
		expect(reachedBy(target, counted(67, 100))).toBe('reached');
	});

	test('has no answer where there is no evidence', () => {
		expect(reachedBy({ kind: 'share', value: 10 }, counted(0, 0))).toBe('no-evidence');
		expect(reachedBy({ kind: 'number', value: 10 }, counted(3, 3))).toBe('no-evidence');
	});

	test.each([
		['70%', 'share', { kind: 'share', value: 70 }],
		['70', 'share', { kind: 'share', value: 70 }],
		[' 1,200 ', 'number', { kind: 'number', value: 1200 }],
		['', 'share', null],
		['101%', 'share', undefined],
		['most', 'share', undefined],
		['-3', 'number', undefined]
	] as const)('written as “%s” is read as a %s', (written, kind, read) => {
		expect(readTarget(written, kind)).toEqual(read);
	});

	test('is said with its sign', () => {
		expect(targetWords({ kind: 'share', value: 70 })).toBe('70%');
		expect(targetWords({ kind: 'number', value: 1200 })).toBe('1,200');
	});
});
