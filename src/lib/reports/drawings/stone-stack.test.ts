import { describe, expect, it } from 'vitest';
import { stackStones } from './stone-stack.ts';

describe('a little cairn', () => {
	it('has one stone for each thing counted, over its own column', () => {
		const { stones } = stackStones([{ count: 1 }, { count: 3 }, { count: 0 }]);
		expect(stones).toHaveLength(4);
		expect(new Set(stones.map(({ x }) => x)).size).toBe(2);
	});

	it('draws smaller stones when a stack grows higher than five', () => {
		expect(stackStones([{ count: 5 }]).radius).toBe(4);
		expect(stackStones([{ count: 8 }]).radius).toBe(3);
	});

	it('keeps a stack of eight inside the picture', () => {
		const { stones, radius } = stackStones([{ count: 8 }]);
		expect(Math.min(...stones.map(({ y }) => y)) - radius).toBeGreaterThanOrEqual(0);
	});

	it('labels only the columns that have a label', () => {
		expect(stackStones([{ label: '1', count: 2 }, { count: 1 }]).labels.map(({ text }) => text)).toEqual([
			'1'
		]);
	});
});
