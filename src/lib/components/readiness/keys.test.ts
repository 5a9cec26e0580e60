import { describe, expect, test } from 'vitest';
import { tableKey, type GridRow, type Pressed } from './keys.ts';

const rows: GridRow[] = [{ places: [1, 2, 3] }, { places: [1] }, { places: [2, 5] }];
const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
	...{ key, code: '', ctrlKey: false, altKey: false, metaKey: false, shiftKey: false },
	...more
});
const move = (key: string, row: number, column: number, more: Partial<Pressed> = {}) => {
	const does = tableKey(press(key, more), { row, column }, rows);
	return does?.does === 'move' ? [does.to.row, does.to.column] : null;
};

describe('a key on the table of a self-evaluation', () => {
	test('leads with the right arrow through every component, from one standard to the next, and stops at the last', () => {
		let place = { row: 0, column: 1 };
		const way = ['0.1'];
		for (;;) {
			const does = tableKey(press('ArrowRight'), place, rows);
			if (does?.does !== 'move') break;
			place = does.to;
			way.push(`${place.row}.${place.column}`);
		}
		expect(way).toEqual(['0.1', '0.2', '0.3', '1.1', '2.2', '2.5']);
	});

	test('goes back with the left arrow by way of the name of the standard', () => {
		expect(move('ArrowLeft', 1, 1)).toEqual([1, 0]);
		expect(move('ArrowLeft', 1, 0)).toEqual([0, 3]);
		expect(move('ArrowLeft', 0, 0)).toBeNull();
	});

	test('keeps to its column up and down, or the nearest that the other standard has', () => {
		expect(move('ArrowDown', 0, 3)).toEqual([1, 1]);
		expect(move('ArrowDown', 1, 1)).toEqual([2, 2]);
		expect(move('ArrowUp', 2, 5)).toEqual([1, 1]);
		expect(move('ArrowUp', 0, 1)).toBeNull();
	});

	test('goes to the ends of a standard, and with Ctrl to those of all', () => {
		expect(move('End', 0, 1)).toEqual([0, 3]);
		expect(move('Home', 0, 3)).toEqual([0, 0]);
		expect(move('End', 0, 1, { ctrlKey: true })).toEqual([2, 5]);
		expect(move('Home', 2, 5, { ctrlKey: true })).toEqual([0, 0]);
	});

	test('sets the stage by a number from 0 to 4, on the row above the letters and on the block of numbers', () => {
		const rated = { does: 'rate', of: 'howWell', step: 3 };
		expect(tableKey(press('3', { code: 'Digit3' }), { row: 0, column: 1 }, rows)).toEqual(rated);
		expect(tableKey(press('3', { code: 'Numpad3' }), { row: 0, column: 1 }, rows)).toEqual(rated);
		expect(tableKey(press('5', { code: 'Digit5' }), { row: 0, column: 1 }, rows)).toBeNull();
	});

	test('sets how we know where the shift key is held, whatever sign the keyboard makes of it', () => {
		expect(tableKey(press('£', { code: 'Digit3', shiftKey: true }), { row: 0, column: 1 }, rows)).toEqual({
			does: 'rate',
			of: 'howDoWeKnow',
			step: 3
		});
	});

	test('sets nothing on the name of a standard, and nothing that belongs to the browser', () => {
		expect(tableKey(press('3', { code: 'Digit3' }), { row: 0, column: 0 }, rows)).toBeNull();
		expect(tableKey(press('0', { code: 'Digit0', ctrlKey: true }), { row: 0, column: 1 }, rows)).toBeNull();
		expect(tableKey(press('ArrowLeft', { altKey: true }), { row: 0, column: 1 }, rows)).toBeNull();
		expect(tableKey(press('a'), { row: 0, column: 1 }, rows)).toBeNull();
	});

	test('takes back with Backspace', () => {
		expect(tableKey(press('Backspace'), { row: 0, column: 1 }, rows)).toEqual({ does: 'take-back' });
	});
});
