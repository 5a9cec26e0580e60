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
		['chi', 'CHI: 01.01.01.1237', '01.01.01.1237'],
		['chi', '0101 01 1237', '0101 01 1237'],
		['chi', '010101  1237', '010101  1237'],
		['chi', '010101/1237', '010101/1237'],
		['chi', 'CHI number is 01/01/01 1237', '01/01/01 1237'],
		['chi', '0 1 0 1 0 1 1 2 3 7', '0 1 0 1 0 1 1 2 3 7'],
		['chi', '(0101011237)', '0101011237'],
		['chi', 'x0101011237y', '0101011237'],
		['chi', '０１０１０１１２３７', '０１０１０１１２３７'],
		['chi', '٠١٠١٠١١٢٣٧', '٠١٠١٠١١٢٣٧'],
		['chi', '𝟎𝟏𝟎𝟏𝟎𝟏𝟏𝟐𝟑𝟕', '𝟎𝟏𝟎𝟏𝟎𝟏𝟏𝟐𝟑𝟕'],
		['chi', '010\u200b101\u200d1237', '010\u200b101\u200d1237'],
		['chi', '010101\u20131237', '010101\u20131237'],
		['chi', 'O1O1O11237', 'O1O1O11237'],
		['chi', 'o10l011237', 'o10l011237'],
		['national-insurance', 'AB123456C', 'AB123456C'],
		['national-insurance', 'ab 12 34 56 c', 'ab 12 34 56 c'],
		['national-insurance', 'it is AB 12 34 56', 'AB 12 34 56'],
		['national-insurance', 'National Insurance number: AB123456', 'AB123456'],
		['postcode', 'moved to ML3 0AA last year', 'ML3 0AA'],
		['postcode', 'ml30aa', 'ml30aa'],
		['postcode', 'EC1A 1BB', 'EC1A 1BB'],
		['postcode', 'ML3  0AA', 'ML3  0AA'],
		['postcode', 'ＭＬ３ ０ＡＡ', 'ＭＬ３ ０ＡＡ'],
		['postcode', 'KW15\u00a01AA', 'KW15\u00a01AA'],
		['email', 'a.person(at)example.scot', 'a.person(at)example.scot'],
		['email', 'a.person＠example.scot', 'a.person＠example.scot'],
		['email', 'write to a.person@example.scot, please', 'a.person@example.scot'],
		['telephone', 'ring 01698 455400', '01698 455400'],
		['telephone', '(01698) 455 400', '(01698) 455 400'],
		['telephone', '0141 227 3456', '0141 227 3456'],
		['telephone', '07700900123', '07700900123'],
		['telephone', '+44 (0)7700 900123', '+44 (0)7700 900123'],
		['telephone', '01698.455.400', '01698.455.400'],
		['telephone', '01698 455400, or not', '01698 455400'],
		['telephone', '01698 455400 5 visits', '01698 455400'],
		['telephone', '016977 2345', '016977 2345'],
		['telephone', '01539 12345', '01539 12345'],
		['telephone', '0800 123 456', '0800 123 456'],
		['telephone', 'tel. no. 455400', '455400'],
		['telephone', '+353 1 234 5678', '+353 1 234 5678'],
		['telephone', '０１６９８ ４５５４００', '０１６９８ ４５５４００'],
		['date-of-birth', 'born 3 May 1951', '3 May 1951'],
		['date-of-birth', 'DOB 03.05.51', '03.05.51'],
		['date-of-birth', 'DOB: 030551', '030551'],
		['date-of-birth', 'd/o/b 03051951', '03051951'],
		['date-of-birth', 'her birthdate (3May1951)', '3May1951'],
		['date-of-birth', "born on the 3rd of May '51", "3rd of May '51"],
		['date-of-birth', 'DoB 05/13/1951', '05/13/1951'],
		['date-of-birth', 'born 3\u00a0May\u00a01951', '3\u00a0May\u00a01951'],
		['date-of-birth', 'born on 12/03/1950', '12/03/1950'],
		['date-of-birth', 'D.O.B. 12.3.50', '12.3.50'],
		['date-of-birth', 'dob 1950-03-12', '1950-03-12'],
		['date-of-birth', 'Date of birth: 12th of March 1950', '12th of March 1950'],
		['date-of-birth', 'March 12, 1950 (date of birth)', 'March 12, 1950']
	])('finds a %s in “%s”', (kind, text, found) => {
		expect(findIdentifiers(text)).toMatchObject([{ kind, found, at: text.indexOf(found) }]);
	});

	it('finds all of them in the order of the text, each once', () => {
		const text = 'born 01/01/1901 (0101011237), ML3 0AA, 01698 455400, a@b.scot';
		expect(kindsIn(text)).toEqual(['date-of-birth', 'chi', 'postcode', 'telephone', 'email']);
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
		'reviewed on 12/03/18 1430',
		'seen 12-03-18 1455',
		'from 12-03-2018 14 people came',
		'She was born in Lanark. Reviewed on 12/03/2018',
		'the review marked 3 years in wk2 4hr a day',
		'0101011238',
		'0141227345',
		'Q10 2nd 3rd',
		'5 telephones, 201801',
		'OOOOIIIIll',
		'5 visits in 2018, 12 in 2019, 40 in 2020, 60 in 2021',
		'１２ of ６０ files',
		'\u200b\u00ad\u2013',
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

	it.each<[string, string]>([
		['0101011237', 'ten digits with a real date and a check digit that fits (Modulus 11 and 10)'],
		['0101201234', 'ten digits with a real date and a check digit that fits (Modulus 10)'],
		['O1O1O11237', 'with letters read as 0 or 1'],
		['AB123456C', 'two letters, six digits and a letter'],
		['NINO AB123456', 'behind the name'],
		['ML3 0AA', 'an area that there is'],
		['a@b.scot', 'an @'],
		['01698 455400', 'a British code'],
		['phone 455400', 'behind the word for a telephone'],
		['+353 1 234 5678', 'the code of a country'],
		['born 3 May 1951', 'a date behind a word for birth'],
		['DOB 030551', 'the digits of a date behind a word for birth']
	])('says why “%s” looks like one: %s', (text, reason) => {
		expect(findIdentifiers(text)[0]?.reason).toContain(reason);
	});

	it('can put the kind in place of what was found', () => {
		expect(maskIdentifiers('ring 01698 455400, CHI 0101011237!')).toBe(
			'ring [a phone number], CHI [a CHI number]!'
		);
		expect(maskIdentifiers('option 2')).toBe('option 2');
	});

	it.each([
		...[
			'0',
			'0 ',
			'12 ',
			'01',
			'a.',
			'a',
			'A1',
			'012 ',
			'born 1',
			'01.',
			'+1 ',
			'ML3',
			'dob ',
			'tel 0',
			'０',
			'\u200b'
		],
		...['0101011237 ', 'born 3 May 1951 ', '(at)', 'O0', '1-', 'AB 12', '01698 4554', '05/', 'CHI 01 ']
	])('takes no longer for a million characters of “%s” than anyone waits', (piece) => {
		const text = piece.repeat(1_000_000 / piece.length) + '@';
		const start = performance.now();
		expect(findIdentifiers(text)).toBeInstanceOf(Array);
		expect(performance.now() - start).toBeLessThan(5000);
	});
});

describe('of ten digits', () => {
	const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });
	/** A date that there is, as six digits; the year 2000 and its like have a 29 February. */
	const date = fc
		.date({ min: new Date('1930-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
		.map((day) => day.toISOString().replace(/^\d\d(\d\d)-(\d\d)-(\d\d).*$/, '$3$2$1'));
	const beginning = fc
		.tuple(date, fc.integer({ min: 0, max: 999 }))
		.map(([day, serial]) => `${day}${String(serial).padStart(3, '0')}`);
	const weighted = (nine: string) => [...nine].reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0);
	/** The digit that makes the weighted sum divisible by 11; none where that would be 10. */
	const by11 = (nine: string) =>
		'0123456789'.split('').find((last) => (weighted(nine) + Number(last)) % 11 === 0) ?? null;
	/** Luhn's check digit: the digits of the doubled ones are added up singly. */
	const by10 = (nine: string) => {
		const singly = [...nine].map((digit, at) => (at % 2 === 0 ? String(Number(digit) * 2) : digit)).join('');
		return String((10 - ([...singly].reduce((sum, digit) => sum + Number(digit), 0) % 10)) % 10);
	};
	const grouped = (ten: string) => [
		ten,
		`${ten.slice(0, 6)} ${ten.slice(6)}`,
		`${ten.slice(0, 6)}-${ten.slice(6)}`
	];

	it('those with a real date and a digit that fits by Modulus 11 are a CHI number', () => {
		fc.assert(
			fc.property(beginning, (nine) => {
				fc.pre(by11(nine) !== null);
				for (const text of grouped(nine + by11(nine))) expect(kindsIn(`seen ${text}.`)).toEqual(['chi']);
			})
		);
	});

	it('those with a real date and a digit that fits by Modulus 10 only are one too', () => {
		fc.assert(
			fc.property(beginning, (nine) => {
				fc.pre(by11(nine) !== by10(nine));
				for (const text of grouped(nine + by10(nine))) expect(kindsIn(`seen ${text}.`)).toEqual(['chi']);
			})
		);
	});

	it('those with a real date whose last digit fits by neither are nothing', () => {
		fc.assert(
			fc.property(beginning, fc.integer({ min: 0, max: 9 }), (nine, last) => {
				fc.pre(![by11(nine), by10(nine)].includes(String(last)));
				expect(findIdentifiers(`number ${nine}${last}, and so on`)).toEqual([]);
			})
		);
	});

	it('those that begin with no date are nothing, whatever their last digit', () => {
		fc.assert(
			fc.property(digits, fc.integer({ min: 32, max: 99 }), (rest, day) => {
				const nine = `${day}${rest.slice(2).join('')}`;
				for (const last of [by11(nine), by10(nine)])
					expect(findIdentifiers(`${nine}${last ?? 0}`)).toEqual([]);
			})
		);
	});

	it('random ones are found as often as a date and a check digit come about by chance, and never as anything else', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (number) => {
				const ten = String(number).padStart(10, '0');
				const [day, month, year] = [ten.slice(0, 2), ten.slice(2, 4), ten.slice(4, 6)];
				const iso = `20${year}-${month}-${day}`;
				const time = Date.parse(iso);
				const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
				const fits = real && [by11(ten.slice(0, 9)), by10(ten.slice(0, 9))].includes(ten[9]!);
				expect(kindsIn(`the number ${ten} there`)).toEqual(fits ? ['chi'] : []);
			}),
			{ numRuns: 3000 }
		);
	});
});

describe('the readable text', () => {
	it('knows where each of its stretches stood, whatever signs there were', () => {
		const unit = fc.constantFrom(
			'a',
			'1',
			'１',
			'\u200b',
			'𝟏',
			'\u2013',
			'\u00a0',
			'é',
			'😀',
			'٣',
			'Ａ',
			'\ud800'
		);
		fc.assert(
			fc.property(fc.string({ unit }), fc.string({ unit }), (before, behind) => {
				const text = `${before} 0101０１1\u200b237 ${behind}`;
				const found = findIdentifiers(text).find(({ kind }) => kind === 'chi');
				expect(found?.found).toBe('0101０１1\u200b237');
				expect(found?.at).toBe(before.length + 1);
			})
		);
	});
});
