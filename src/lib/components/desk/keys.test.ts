import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeskAnswer } from '#lib/pages/desk-page.ts';
import { keyAction, nextBlank, toggled, type Focused, type Pressed } from './keys.ts';

const answers = (...words: string[]): DeskAnswer[] =>
	words.map((value, index) => ({ value, label: value, key: String(index + 1) }));
const yesNo: Focused['question'] = { kind: 'one', answers: answers('yes', 'partly', 'no') };
const several: Focused['question'] = { kind: 'several', answers: answers('family', 'advocate', 'neighbour') };

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
	key,
	ctrlKey: false,
	altKey: false,
	metaKey: false,
	repeat: false,
	...more
});
const on = (where: Focused['on'], question = yesNo): Focused => ({ on: where, question });

describe('a key at the desk', () => {
	test.each([
		['1', { does: 'answer', value: 'yes' }],
		['3', { does: 'answer', value: 'no' }],
		['n', { does: 'answer', value: 'not applicable' }],
		['N', { does: 'answer', value: 'not applicable' }],
		['r', { does: 'answer', value: 'not recorded' }],
		['Enter', { does: 'next' }],
		['u', { does: 'undo' }],
		['c', { does: 'comment' }],
		['Backspace', { does: 'answer', value: '' }],
		['4', null],
		['x', null],
		['ArrowDown', null],
		[' ', null],
		['Tab', null]
	])('%s, on an answer, does what the list of keys says', (key, action) => {
		expect(keyAction(press(key), on('choice'))).toEqual(action);
	});

	test('chooses one of several answers and lets it go again', () => {
		expect(keyAction(press('2'), on('choice', several))).toEqual({ does: 'toggle', value: 'advocate' });
		expect(toggled(several, ['neighbour'], 'family')).toEqual(['family', 'neighbour']);
		expect(toggled(several, ['family', 'neighbour'], 'family')).toEqual(['neighbour']);
		expect(toggled(several, ['not recorded'], 'family')).toEqual(['family']);
	});

	test('does nothing on a link or button, nor where one writes, but for the way on', () => {
		fc.assert(
			fc.property(
				fc.string({ minLength: 1, maxLength: 1 }),
				fc.constantFrom('text', 'other'),
				(key, where) => {
					expect(keyAction(press(key), on(where as Focused['on']))).toBeNull();
				}
			)
		);
		expect(keyAction(press('Enter'), on('text'))).toBeNull();
		expect(keyAction(press('Enter', { ctrlKey: true }), on('text'))).toEqual({ does: 'next' });
		expect(keyAction(press('Enter', { ctrlKey: true }), on('other'))).toBeNull();
	});

	test('leaves the digits of a date to the date', () => {
		expect(keyAction(press('1'), on('date'))).toBeNull();
		expect(keyAction(press('Backspace'), on('date'))).toBeNull();
		expect(keyAction(press('r'), on('date'))).toEqual({ does: 'answer', value: 'not recorded' });
	});

	test('does nothing held down, or together with a key of the browser', () => {
		for (const more of [{ repeat: true }, { altKey: true }, { metaKey: true }, { ctrlKey: true }])
			expect(keyAction(press('1', more), on('choice'))).toBeNull();
	});
});

describe('the next question without an answer', () => {
	test('is the one after, and from the end the first that was left out', () => {
		expect(nextBlank(['yes', '', '', 'no'], 1)).toBe(2);
		expect(nextBlank(['', 'yes', 'no'], 2)).toBe(0);
		expect(nextBlank(['yes', ''], -1)).toBe(1);
	});

	test('is the same one when no other is left, and none when all have one', () => {
		expect(nextBlank(['yes', ''], 1)).toBe(1);
		expect(nextBlank(['yes', 'no'], 0)).toBeNull();
		expect(nextBlank([], -1)).toBeNull();
	});
});
