import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWords, joinPlaces, placeAfterEdit, runsOf, sentencesOf } from './passages.ts';

/** Texts of a few letters, so that words come again; with line ends and signs of two units. */
const texts = fc
	.array(fc.constantFrom('a', 'b', ' ', '. ', '\n', '“', "'", '🏴', 'care'), { maxLength: 60 })
	.map((parts) => parts.join(''));
const placesIn = (text: string) =>
	fc
		.tuple(fc.nat(text.length), fc.nat(text.length))
		.map(([a, b]) => ({ starts: Math.min(a, b), ends: Math.max(a, b) }));
const marked = texts.chain((text) =>
	fc.record({
		text: fc.constant(text),
		passages: fc
			.array(placesIn(text), { maxLength: 6 })
			.map((places) => places.map((place, index) => ({ id: String(index), ...place })))
	})
);

describe('the runs of a text with passages', () => {
	test('put together are the text as it was, wherever passages begin, end and overlap', () => {
		fc.assert(
			fc.property(marked, ({ text, passages }) => {
				expect(
					runsOf(text, passages)
						.map((run) => run.text)
						.join('')
				).toBe(text);
			})
		);
	});

	test('hold the words of each passage, and of no other', () => {
		fc.assert(
			fc.property(marked, ({ text, passages }) => {
				const runs = runsOf(text, passages);
				for (const { id, starts, ends } of passages)
					expect(
						runs
							.filter((run) => run.passages.includes(id))
							.map((run) => run.text)
							.join('')
					).toBe(text.slice(starts, ends));
			})
		);
	});

	test('name both passages where two overlap', () => {
		const runs = runsOf('Waited long for a plan.', [
			{ id: 'wait', starts: 0, ends: 11 },
			{ id: 'plan', starts: 7, ends: 22 }
		]);
		expect(runs.map(({ text, passages }) => [text, ...passages])).toEqual([
			['Waited ', 'wait'],
			['long', 'wait', 'plan'],
			[' for a plan', 'plan'],
			['.']
		]);
	});

	test('leave aside what lies outside the text', () => {
		expect(runsOf('ab', [{ id: 'x', starts: 5, ends: 9 }])).toEqual([
			{ starts: 0, ends: 2, text: 'ab', passages: [] }
		]);
		expect(runsOf('', [])).toEqual([]);
	});
});

describe('words', () => {
	const text = 'We waited.\nNobody   told us “why”. We waited.';

	test('are found where they stand, of several places the nearest', () => {
		expect(findWords(text, 'We waited.')).toEqual({ starts: 0, ends: 10 });
		expect(findWords(text, 'We waited.', 30)).toEqual({ starts: 35, ends: 45 });
		expect(findWords(text, 'They waited.')).toBeNull();
		expect(findWords(text, '  \n')).toBeNull();
	});

	test('are found with other spaces, line ends and quotation marks, as pasted text has them', () => {
		const place = findWords(text, ' waited. Nobody told us "why" ')!;
		expect(text.slice(place.starts, place.ends)).toBe('waited.\nNobody   told us “why”');
	});

	test('that were cut out of a text are found in it, exactly where they are asked for', () => {
		fc.assert(
			fc.property(
				texts.filter((each) => /\S/.test(each)),
				fc.nat(),
				fc.nat(),
				(from, a, b) => {
					const [starts, ends] = [a % from.length, b % from.length].sort((x, y) => x - y) as [number, number];
					const words = from.slice(starts, ends + 1);
					fc.pre(words.trim() === words && words !== '');
					expect(findWords(from, words, starts)).toEqual({ starts, ends: ends + 1 });
				}
			)
		);
	});
});

describe('a passage of a note that is written anew', () => {
	const before = 'One came late. One came early. One left.';
	const second = { text: 'One came', starts: 15 };

	test('goes along with its words when something is put before or after them', () => {
		const words = (after: string) => {
			const place = placeAfterEdit(before, after, second)!;
			return [place.starts, after.slice(place.starts, place.ends)];
		};
		expect(words(`At first: ${before}`)).toEqual([25, 'One came']);
		expect(words(`${before} One came again.`)).toEqual([15, 'One came']);
		expect(words(before.replace('late', 'much too late, and then'))).toEqual([34, 'One came']);
	});

	test('moves to the nearest place of its words when its own is gone, and loses its place when there is none', () => {
		expect(placeAfterEdit(before, 'One came late. Two early.', second)).toEqual({ starts: 0, ends: 8 });
		expect(placeAfterEdit(before, 'Nobody was there.', second)).toBeNull();
	});

	test('that had lost its place finds it again when its words come back', () => {
		expect(placeAfterEdit('Nothing.', before, { text: 'One left.', starts: null })).toEqual({
			starts: 31,
			ends: 40
		});
	});

	test('never points outside the text, and always at its own words', () => {
		fc.assert(
			fc.property(texts, texts, fc.nat(), fc.nat(), (old, after, a, b) => {
				fc.pre(old.length > 0);
				const [starts, ends] = [a % old.length, b % old.length].sort((x, y) => x - y) as [number, number];
				const text = old.slice(starts, ends + 1);
				const place = placeAfterEdit(old, after, { text, starts });
				if (place === null) {
					expect(text.trim() === '' || !after.includes(text.trim())).toBe(true);
					return;
				}
				expect(place.starts).toBeGreaterThanOrEqual(0);
				expect(place.ends).toBeLessThanOrEqual(after.length);
				const same = (words: string) => words.replace(/\s+/g, ' ').replace(/[“”]/g, '"').trim();
				expect(same(after.slice(place.starts, place.ends))).toBe(same(text));
			})
		);
	});

	test('stays where it is when the text does not change', () => {
		fc.assert(
			fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
				fc.pre(text.length > 0);
				const [starts, last] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
				const words = text.slice(starts, last + 1);
				fc.pre(words.trim() === words && words !== '');
				expect(placeAfterEdit(text, text, { text: words, starts })).toEqual({ starts, ends: last + 1 });
			})
		);
	});
});

describe('the sentences of a text', () => {
	test('are whole, in their order, and ended by a new line too', () => {
		const text = 'We waited. Nobody told us why!\n\nA heading\nThen a plan came.';
		expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual([
			'We waited.',
			'Nobody told us why!',
			'A heading',
			'Then a plan came.'
		]);
		expect(sentencesOf(text).every(({ starts, ends, text: of }) => text.slice(starts, ends) === of)).toBe(
			true
		);
	});

	test('that follow each other become one passage, and others one each', () => {
		const text = 'One. Two.\nThree. Four.';
		const [one, two, three, four] = sentencesOf(text) as [never, never, never, never];
		expect(joinPlaces(text, [two, one, four])).toEqual([
			{ starts: 0, ends: 9 },
			{ starts: 17, ends: 22 }
		]);
		expect(joinPlaces(text, [one, two, three, four])).toEqual([{ starts: 0, ends: 22 }]);
		expect(joinPlaces(text, [])).toEqual([]);
	});
});
