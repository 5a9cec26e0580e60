import { describe, expect, test } from 'vitest';
import { elementChoices } from './element-choices.ts';
import { codesIn, findChoices, type ElementChoice } from './find-choices.ts';
import { smallReview } from '../../../tests/support/small-review.ts';

const { frameworks } = smallReview();
const choices = elementChoices(frameworks, ['thematic-review@2019', 'sds-standards@2021']);
const found = (typed: string, most = 20) => findChoices(choices, typed, most).map(({ code }) => code);

describe('the elements to choose from', () => {
	test('are those of the review’s own frameworks, without indicators, statements and lists', () => {
		const codes = choices.map(({ code }) => code);
		expect(codes.slice(0, 8)).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', '1']);
		expect(codes).toContain('8.10');
		expect(codes.filter((code) => /[QP]$/.test(code))).toEqual([]);
		expect(elementChoices(frameworks, ['sds-change-map@2019'])).toEqual([]);
	});

	test('name the themes or standards that the review judges by as leading', () => {
		expect(choices.filter(({ leading }) => leading).map(({ code }) => code)).toEqual([
			'T1',
			'T2',
			'T3',
			'T4',
			'T5',
			'T6',
			'T7'
		]);
	});
});

describe('typing', () => {
	test('a code finds it first, and then those that begin with it', () => {
		expect(found('t2')).toEqual(['T2']);
		expect(found('1', 3)).toEqual(['1', '1.1', '1.2']);
		expect(found('8.1')[0]).toBe('8.1');
	});

	test('the beginnings of words finds what has all of them', () => {
		expect(found('impact sta')).toContain('T3');
		expect(found('indep advo').every((code) => code === '1' || code.startsWith('1.'))).toBe(true);
		expect(found('zebra')).toEqual([]);
		expect(found('  ')).toEqual([]);
	});
});

describe('codes that are written out', () => {
	test('are taken apart at spaces and commas, spelled as the framework does, and each taken once', () => {
		expect(codesIn(choices, 't2, 1.4;T2  8.10')).toEqual(['T2', '1.4', '8.10']);
		expect(codesIn(choices, 'T99')).toEqual(['T99']);
		expect(codesIn([] as ElementChoice[], ' ')).toEqual([]);
	});
});
