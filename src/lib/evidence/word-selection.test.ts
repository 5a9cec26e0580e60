import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	moveSelection,
	placeOfSelection,
	selectionOfPlace,
	type SelectionKey,
	type WordSelection
} from './word-selection.ts';

const text = 'We waited long. Nobody told us.\nThen a plan came.';
/** What is selected after keys; a plus stands for Shift. */
function pressed(...keys: string[]): string | null {
	let selection: WordSelection | null = null;
	for (const key of keys)
		selection = moveSelection(
			text,
			selection,
			key.replace('+', 'Arrow') as SelectionKey,
			key.startsWith('+')
		);
	const place = placeOfSelection(text, selection);
	return place && text.slice(place.starts, place.ends);
}
const right = 'ArrowRight';
const down = 'ArrowDown';

describe('selecting with the keyboard', () => {
	test('begins with the first word or sentence, and goes from one to the next', () => {
		expect(pressed(right)).toBe('We');
		expect(pressed(right, right)).toBe('waited');
		expect(pressed(right, right, 'ArrowLeft', 'ArrowLeft')).toBe('We');
		expect(pressed(down)).toBe('We waited long.');
		expect(pressed(down, down)).toBe('Nobody told us.');
		expect(pressed(down, down, 'ArrowUp')).toBe('We waited long.');
	});

	test('takes more words in with Shift, or fewer, and whole sentences', () => {
		expect(pressed(right, right, '+Right')).toBe('waited long.');
		expect(pressed(right, right, '+Right', '+Left')).toBe('waited');
		expect(pressed(right, '+Down')).toBe('We waited long.');
		expect(pressed(right, '+Down', '+Down')).toBe('We waited long. Nobody told us.');
		expect(pressed(down, down, '+Down')).toBe('Nobody told us.\nThen a plan came.');
		expect(pressed(down, down, right, '+Up')).toBe('Nobody told us.\nThen');
	});

	test('stays within the text at both ends', () => {
		expect(pressed(down, down, down, down, down)).toBe('Then a plan came.');
		expect(pressed(right, 'ArrowLeft', '+Left')).toBe('We');
		expect(moveSelection(' \n', null, right, false)).toBeNull();
	});

	test('never leaves the text, whatever is pressed', () => {
		const keys = fc.array(fc.tuple(fc.constantFrom('ArrowLeft', right, 'ArrowUp', down), fc.boolean()), {
			maxLength: 20
		});
		const any = fc
			.array(fc.constantFrom('a', 'b.', ' ', '\n'), { maxLength: 30 })
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(any, keys, (of, all) => {
				let selection: WordSelection | null = null;
				for (const [key, extend] of all)
					selection = moveSelection(of, selection, key as SelectionKey, extend);
				const place = placeOfSelection(of, selection);
				expect(place === null || (place.starts >= 0 && place.ends <= of.length)).toBe(true);
				expect(place === null || /^\S[^]*\S$|^\S$/.test(of.slice(place.starts, place.ends))).toBe(true);
			})
		);
	});
});

describe('selecting with a mouse', () => {
	test('takes words whole, however they were touched', () => {
		const touched = (starts: number, ends: number) => {
			const place = placeOfSelection(text, selectionOfPlace(text, { starts, ends }));
			return place && text.slice(place.starts, place.ends);
		};
		expect(touched(4, 11)).toBe('waited long.');
		expect(touched(2, 3)).toBeNull();
		expect(touched(0, text.length)).toBe(text);
	});
});
