import { describe, expect, test } from 'vitest';
import { questionSchema, type Question } from '#lib/evidence/instrument.ts';
import {
	answerBehind,
	countedAsPositive,
	deriveAnswered,
	pageLength,
	type AnsweredBy
} from './answered-records.ts';

const question = (rest: object): Question =>
	questionSchema.parse({ code: 'Q', wording: 'What?', positive: [], ...rest });
const everything = { answer: null, within: null, page: 1 };

const record = (reference: string, code: number | null, strata: Record<string, string> = {}): AnsweredBy => ({
	reference,
	strata,
	code,
	text: null
});

const yesNo = question({ type: 'yes-no', positive: ['Yes'] });
const choices = question({
	type: 'multiple-choice',
	options: ['family', 'advocate', 'neighbour'],
	positive: ['advocate']
});

describe('the records behind a share', () => {
	test('are asked for by its one positive answer, however it is spelt', () => {
		expect(answerBehind(yesNo)).toBe('yes');
	});

	test('are asked for together where several answers, or one of several, count as positive', () => {
		expect(answerBehind(choices)).toBe(countedAsPositive);
		expect(answerBehind(question({ type: 'scale', scale: { from: 1, to: 5 }, positive: [4, 5] }))).toBe(
			countedAsPositive
		);
	});

	test('cannot be asked for where no answer counts as positive', () => {
		expect(answerBehind(question({ type: 'text' }))).toBeNull();
	});

	test('with several choices each record is listed under every answer that it gave', () => {
		const records = [record('1', 0b011), record('2', 0b001), record('3', 0b010), record('4', -1)];
		const { choices: counts } = deriveAnswered(choices, records, everything);
		expect(counts).toEqual([
			{ answer: countedAsPositive, count: 2 },
			{ answer: 'family', count: 2 },
			{ answer: 'advocate', count: 2 },
			{ answer: 'not applicable', count: 1 }
		]);
	});

	test('can be asked for in one stratum, and the counts are then those of the stratum', () => {
		const records = [
			record('1', 0, { locality: 'North' }),
			record('2', 0, { locality: 'South' }),
			record('3', 1, { locality: 'North' }),
			record('4', 0)
		];
		const within = { column: 'locality', stratum: 'North' };
		const answered = deriveAnswered(yesNo, records, { answer: 'yes', within, page: 1 });
		expect(answered.records).toEqual([{ reference: '1', strata: ['North'], answer: 'yes' }]);
		expect(answered.choices).toEqual([
			{ answer: 'yes', count: 1 },
			{ answer: 'no', count: 1 }
		]);
		expect(answered.all).toBe(2);
	});

	test('say “not stated” of a record without a group, whatever the column is called', () => {
		const records = [record('1', 0, { constructor: 'North' }), record('2', 0)];
		const { records: listed } = deriveAnswered(yesNo, records, everything);
		expect(listed.map(({ strata }) => strata)).toEqual([['North'], ['not stated']]);
	});

	test('an answer or a column that the question does not have is left aside', () => {
		const within = { column: 'colour', stratum: 'blue' };
		const answered = deriveAnswered(yesNo, [record('1', 0)], { answer: 'perhaps', within, page: 1 });
		expect([answered.chosen, answered.within, answered.count]).toEqual([null, null, 1]);
	});

	test('come a hundred at a time, and a page that is not there becomes the nearest that is', () => {
		const many = Array.from({ length: 250 }, (_, index) => record(String(index), 0));
		const last = deriveAnswered(yesNo, many, { ...everything, page: 99 });
		expect([last.page, last.pages, last.records.length]).toEqual([3, 3, 250 - 2 * pageLength]);
		expect(deriveAnswered(yesNo, many, { ...everything, page: -1 }).page).toBe(1);
	});

	test('dates are written out, and what was left blank is said to be', () => {
		const when = question({ type: 'date' });
		const { records } = deriveAnswered(when, [record('1', 20180627), record('2', null)], everything);
		expect(records.map(({ answer }) => answer)).toEqual(['27 June 2018', 'left blank']);
	});
});
