import { expect, test } from 'vitest';
import { spreadDates } from './date-spread.ts';

const given = (...words: [string, number][]) => ({
	answers: words.map(([word, count]) => ({ word, count, positive: false }))
});

test('dates are summed up by the first, the middle and the last, each as often as it was given', () => {
	const spread = spreadDates(given(['2018-05-02', 3], ['2017-12-30', 1], ['2018-01-08', 1]));
	expect(spread).toMatchObject({
		given: 5,
		earliest: '2017-12-30',
		median: '2018-05-02',
		latest: '2018-05-02'
	});
});

test('of two dates in the middle the earlier one is named, so that it is a date that was given', () => {
	expect(spreadDates(given(['2018-01-01', 1], ['2018-03-01', 1]))?.median).toBe('2018-01-01');
});

test('every quarter between the first and the last date is listed, also those without a date', () => {
	expect(spreadDates(given(['2017-11-01', 2], ['2018-06-30', 1]))?.quarters).toEqual([
		{ name: '2017, October to December', count: 2 },
		{ name: '2018, January to March', count: 0 },
		{ name: '2018, April to June', count: 1 }
	]);
});

test('dates that span more than ten years are not listed by quarter, so that one slip makes no endless list', () => {
	expect(spreadDates(given(['1918-01-01', 1], ['2018-06-30', 1]))?.quarters).toEqual([]);
});

test('without a date there is nothing to sum up', () => {
	expect(spreadDates(given())).toBeNull();
	expect(spreadDates(given(['2018-01-01', 0]))).toBeNull();
});
