import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	answerCoder,
	answerWords,
	codeAnswer,
	isPositive,
	notApplicable,
	notRecorded,
	plainWord
} from './answer.ts';
import { fixedWords, questionSchema, type Question } from './instrument.ts';

function question(fields: Partial<Question> & Pick<Question, 'type'>): Question {
	return questionSchema.parse({
		code: 'C4',
		wording: 'Were the options discussed?',
		positive: [],
		...fields
	});
}
const yesPartlyNo = question({ type: 'yes-partly-no', positive: ['yes'] });
const options = ['Direct payment', 'Person directs', 'Council arranges', 'A mix'];
const oneOption = question({ type: 'single-choice', options, positive: ['Direct payment', 'A mix'] });
const severalOptions = question({ type: 'multiple-choice', options, positive: ['Person directs'] });
const oneToFive = question({ type: 'scale', scale: { from: 1, to: 5 }, positive: ['4', '5'] });
const onDate = question({ type: 'date' });
const inWords = question({ type: 'text' });

describe('a cell of an answers file', () => {
	it.each([
		['yes', 0],
		['  Partly ', 1],
		['NO', 2],
		['Not applicable', notApplicable],
		['not\u00a0recorded', notRecorded]
	])('%j is understood whatever its case and white space', (cell, code) => {
		expect(codeAnswer(yesPartlyNo, cell)).toEqual({ code });
	});

	it.each(['', '   ', '\u00a0', '\ufeff', '\u200b'])('%j is blank, which is not an answer', (cell) => {
		expect(codeAnswer(yesPartlyNo, cell)).toBeNull();
		expect(codeAnswer(inWords, cell)).toBeNull();
	});

	it('may have a curly or a straight apostrophe', () => {
		const agreement = question({ type: 'agreement', positive: ['agree'] });
		expect(codeAnswer(agreement, 'don’t know')).toEqual({ code: 5 });
		expect(codeAnswer(agreement, "Don't know")).toEqual({ code: 5 });
	});

	it('may have its accents composed or not', () => {
		expect(plainWord('Ga\u0300idhlig')).toBe(plainWord('G\u00e0idhlig'));
	});

	it.each([
		[yesPartlyNo, 'maybe', 'one of yes, partly, no, not applicable, not recorded, or nothing'],
		[oneToFive, '6', 'a whole number from 1 to 5, not applicable, not recorded, or nothing'],
		[oneToFive, '4.5', 'a whole number from 1 to 5, not applicable, not recorded, or nothing'],
		[question({ type: 'scale' }), 'high', 'a whole number, not applicable, not recorded, or nothing'],
		[
			onDate,
			'27/06/2018',
			'a date as YYYY-MM-DD, such as 2018-06-27, not applicable, not recorded, or nothing'
		],
		[
			severalOptions,
			'A mix; a car',
			`one or more, with “;” between, of ${options.join(', ')}, not applicable, not recorded, or nothing`
		]
	] as const)('that is no answer is met with what was expected (%#)', (asked, cell, expected) => {
		expect(codeAnswer(asked, cell)).toEqual({ expected });
	});

	it.each(['2018-02-29', '2018-13-01', '2018-06-31', '1899-12-31', '0099-01-01'])(
		'%s is not a date that a file can hold',
		(cell) => {
			expect(codeAnswer(onDate, cell)).toHaveProperty('expected');
		}
	);

	it('keeps a date as a number that sorts by day', () => {
		expect(codeAnswer(onDate, '2020-02-29')).toEqual({ code: 20200229 });
	});

	it('keeps written words as they were written', () => {
		expect(codeAnswer(inWords, ' She chose “Option 1”. ')).toEqual({
			code: 1,
			text: 'She chose “Option 1”.'
		});
	});

	it('counts a choice once however often it stands in the cell', () => {
		expect(codeAnswer(severalOptions, 'A mix;person directs; a mix;')).toEqual({ code: 2 + 8 });
	});

	it('cannot mix choices with “not applicable”', () => {
		expect(codeAnswer(severalOptions, 'A mix; not applicable')).toHaveProperty('expected');
	});

	it('uses the words found in the file where the question has none of its own', () => {
		const free = question({ type: 'single-choice', positive: ['north'] });
		expect(codeAnswer(free, 'South', ['north', 'South'])).toEqual({ code: 1 });
		expect(codeAnswer(free, 'South')).toHaveProperty('expected');
	});

	it('is coded the same the second time', () => {
		const code = answerCoder(yesPartlyNo);
		expect([code('partly'), code('maybe'), code('')]).toEqual([code('partly'), code('maybe'), code('')]);
		expect(code('partly')).toEqual({ code: 1 });
	});
});

describe('a coded answer', () => {
	const asked = [yesPartlyNo, oneOption, severalOptions, oneToFive];

	it('reads back as the words that were coded', () => {
		fc.assert(
			fc.property(fc.constantFrom(...asked), fc.nat(), fc.nat(), (each, first, second) => {
				const words = fixedWords(each)!;
				const chosen = [...new Set([first, second].map((pick) => words[pick % words.length]!))];
				const cell = each.type === 'multiple-choice' ? chosen.join('; ') : chosen[0]!;
				const coded = codeAnswer(each, cell) as { code: number };
				const back = answerWords(each, coded.code);
				expect(back.split('; ').sort()).toEqual(cell.split('; ').sort());
				expect(codeAnswer(each, back)).toEqual(coded);
			})
		);
	});

	it('reads back dates, text and the answers that every question has', () => {
		expect(answerWords(onDate, 20180627)).toBe('2018-06-27');
		expect(answerWords(inWords, 1, 'A note')).toBe('A note');
		expect(answerWords(yesPartlyNo, notApplicable)).toBe('not applicable');
		expect(answerWords(onDate, notRecorded)).toBe('not recorded');
	});

	it.each([
		[yesPartlyNo, 'yes', true],
		[yesPartlyNo, 'partly', false],
		[yesPartlyNo, 'not applicable', false],
		[oneOption, 'a mix', true],
		[oneOption, 'council arranges', false],
		[severalOptions, 'A mix; Person directs', true],
		[severalOptions, 'A mix; Direct payment', false],
		[oneToFive, '4', true],
		[oneToFive, '3', false],
		[onDate, '2018-06-27', false],
		[inWords, 'yes', false]
	] as const)('is positive when one of its words is (%#)', (each, cell, positive) => {
		expect(isPositive(each, (codeAnswer(each, cell) as { code: number }).code)).toBe(positive);
	});
});
