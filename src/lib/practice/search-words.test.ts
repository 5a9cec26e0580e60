import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { times } from '../../../tests/support/long.ts';
import { searchQuery, wordsIn } from './search-words.ts';

const db = new Sqlite(':memory:');
db.exec(
	"create virtual table texts using fts5(title, body, tokenize = 'porter unicode61 remove_diacritics 2')"
);
db.prepare('insert into texts values (?, ?)').run(
	'Self-directed support',
	'Carers near the burn, or not: planning.'
);
const search = db.prepare('select rowid from texts where texts match ?');
afterAll(() => db.close());
const finds = (typed: string) => {
	const query = searchQuery(typed);
	return query === null ? null : search.all(query).length;
};

describe('what is typed to search', () => {
	test('finds what has all of its words, in any form, the last one as a beginning too', () => {
		expect(finds('self-directed carer')).toBe(1);
		expect(finds('planned burns')).toBe(1);
		expect(finds('carers bur')).toBe(1);
		expect(finds('carers bridge')).toBe(0);
	});

	test('is nothing to search for without a letter or a digit', () => {
		expect(['', '  ', '"', '***', '- : ^ ( )', '🙂'].map(searchQuery)).toEqual([
			null,
			null,
			null,
			null,
			null,
			null
		]);
	});

	test('leaves out words that everybody writes, unless there are no others', () => {
		expect(wordsIn('how do we know what carers want')).toEqual(['know', 'carers', 'want']);
		expect(wordsIn('what is it')).toEqual(['what', 'is', 'it']);
	});

	test.each([
		'"carers',
		'carers"',
		'carers NEAR burn',
		'NEAR(carers burn, 2)',
		'carers OR nothing',
		'carers AND burn',
		'NOT carers',
		'title:carers',
		'{title body}: carers',
		'-carers',
		'^carers',
		'carers*',
		'carers + burn',
		'carers\u0000burn',
		"carers'; drop table texts; --",
		'ca\u0301rers',
		'\ud83d carers',
		'🙂 carers 🙂'
	])('“%s” is taken as words, whatever signs stand in it', (typed) => {
		expect(() => finds(typed)).not.toThrow();
	});

	test('means nothing by the words of the query language', () => {
		expect([finds('NOT carers'), finds('carers OR')]).toEqual([1, 1]);
		expect(searchQuery('carers NEAR/2 burn')).toBe('"carers" "near" "2" "burn"*');
	});

	test('of ten thousand letters is answered at once', () => {
		for (const typed of ['carers '.repeat(1500), 'x'.repeat(10_000), '"('.repeat(5_000), 'é'.repeat(10_000)])
			expect(() => finds(typed)).not.toThrow();
		expect(searchQuery('word '.repeat(2000) + 'x'.repeat(10_000))!.length).toBeLessThan(600);
	});

	test('never makes a query that SQLite cannot read', () => {
		const sign = fc.constantFrom(
			...'"\'*-+:^(){}[]~/\\,.;%_&|!?<> \t\n\0é中🙂ǅ\u0301\u200b',
			'NEAR',
			' OR ',
			' AND ',
			' NOT ',
			'a'
		);
		const hostile = fc.oneof(
			fc.array(sign, { maxLength: 60 }).map((signs) => signs.join('')),
			fc.string({ unit: 'binary', maxLength: 200 })
		);
		fc.assert(
			fc.property(hostile, (typed) => {
				expect(() => finds(typed)).not.toThrow();
				const query = searchQuery(typed);
				expect(query === null || /^("[^"]+" )*"[^"]+"\*$/.test(query)).toBe(true);
			}),
			{ numRuns: times(1_000, 20_000) }
		);
	});
});
