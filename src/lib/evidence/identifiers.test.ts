import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIdentifiers, maskIdentifiers, type IdentifierKind } from './identifiers.ts';

const kindsIn = (text: string) => findIdentifiers(text).map(({ kind }) => kind);

describe('the identifier check', () => {
	it.each<[IdentifierKind, string, string]>([
		['chi', 'CHI 0101011237.', '0101011237'],
		['chi', 'her number is 010101 1237, seen twice', '010101 1237'],
		['chi', '0101201234', '0101201234'],
		['chi', '010101-1237 5 visits', '010101-1237'],
		['national-insurance', 'AB123456C', 'AB123456C'],
		['national-insurance', 'ab 12 34 56 c', 'ab 12 34 56 c'],
		['national-insurance', 'it is AB 12 34 56', 'AB 12 34 56'],
		['national-insurance', 'National Insurance number: AB123456', 'AB123456'],
		['postcode', 'moved to ML3 0AA last year', 'ML3 0AA'],
		['postcode', 'ml30aa', 'ml30aa'],
		['postcode', 'EC1A 1BB', 'EC1A 1BB'],
		['email', 'write to a.person@example.scot, please', 'a.person@example.scot'],
		['phone', 'ring 01698 455400', '01698 455400'],
		['phone', '(01698) 455 400', '(01698) 455 400'],
		['phone', '0141 227 3456', '0141 227 3456'],
		['phone', '07700900123', '07700900123'],
		['phone', '+44 (0)7700 900123', '+44 (0)7700 900123'],
		['date-of-birth', 'born on 12/03/1950', '12/03/1950'],
		['date-of-birth', 'D.O.B. 12.3.50', '12.3.50'],
		['date-of-birth', 'dob 1950-03-12', '1950-03-12'],
		['date-of-birth', 'Date of birth: 12th of March 1950', '12th of March 1950'],
		['date-of-birth', 'March 12, 1950 (date of birth)', 'March 12, 1950']
	])('finds a %s in “%s”', (kind, text, found) => {
		expect(findIdentifiers(text)).toEqual([{ kind, found, at: text.indexOf(found) }]);
	});

	it('finds all of them in the order of the text, each once', () => {
		const text = 'born 01/01/1901 (0101011237), ML3 0AA, 01698 455400, a@b.scot';
		expect(kindsIn(text)).toEqual(['date-of-birth', 'chi', 'postcode', 'phone', 'email']);
	});

	it.each([
		'54 of 60 files, 90%',
		'The review of 12/03/2018 changed option 2 to option 3',
		'reviewed on 12/03/2018. She was born in Lanark',
		'a newborn on 12/03/2018',
		'She was born in Hamilton in 1950',
		'27 June to 13 July 2018',
		'2017-18 and 2018-19',
		'SL-2018-001',
		'SL201801',
		'reference 1000000001',
		'QQ123456C',
		'GB 12 34 56 C',
		'£1,012 345',
		'year 1 2nd half',
		'G4 2nd',
		'about 10 hours, 2 nights and 3 days a week since 2016',
		'at most @ 5 a week',
		''
	])('finds nothing in “%s”', (text) => {
		expect(findIdentifiers(text)).toEqual([]);
	});

	it('says exactly where, whatever stands around', () => {
		const around = fc.string({ unit: fc.constantFrom(' ', 'a', '.', 'é', '5 ', ' - ', '“', '\n') });
		const some = fc.constantFrom('0101011237', 'AB123456C', 'ML3 0AA', 'a@b.scot');
		fc.assert(
			fc.property(around, some, around, (before, identifier, after) => {
				const text = `${before} ${identifier} ${after}`;
				for (const { found, at } of findIdentifiers(text)) expect(text.startsWith(found, at)).toBe(true);
				expect(findIdentifiers(text).some(({ found }) => found.includes(identifier))).toBe(true);
			})
		);
	});

	it('can put the kind in place of what was found', () => {
		expect(maskIdentifiers('ring 01698 455400, CHI 0101011237!')).toBe(
			'ring [a phone number], CHI [a CHI number]!'
		);
		expect(maskIdentifiers('option 2')).toBe('option 2');
	});

	it.each(['0', '0 ', '12 ', '01', 'a.', 'a', 'A1', '012 ', 'born 1'])(
		'takes no longer for a hundred thousand characters of “%s”',
		(piece) => {
			const text = piece.repeat(100_000 / piece.length) + '@';
			const start = performance.now();
			expect(findIdentifiers(text)).toBeInstanceOf(Array);
			expect(performance.now() - start).toBeLessThan(2000);
		}
	);
});

const seeds = '../shared/seeds';

describe.skipIf(!existsSync(seeds))('in the source documents', () => {
	const found = existsSync(seeds)
		? readdirSync(seeds).flatMap((name) => findIdentifiers(readFileSync(join(seeds, name), 'utf8')))
		: [];

	it('no CHI number, National Insurance number or date of birth is found', () => {
		expect(found.filter(({ kind }) => !['postcode', 'phone', 'email'].includes(kind))).toEqual([]);
	});

	it('what is found are the postcodes, telephone numbers and addresses of the organisations', () => {
		expect(found.map((each) => each.found).sort()).toEqual([
			'01382 207100',
			'01382 207289',
			'0345 600 9527',
			'DD1 4NY',
			'EH1 3DG',
			'EH6 5NA',
			'TW9 4DU',
			'enquiries@careinspectorate.gov.scot',
			'psi@nationalarchives.gsi.gov.uk'
		]);
	});
});
