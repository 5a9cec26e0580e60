import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	benchmarkFamilyOf,
	familiesOf,
	findPartnership,
	isInvented,
	parsePartnerships
} from './partnerships.ts';

const shipped = JSON.parse(
	readFileSync(new URL('../../../fixtures/partnerships.json', import.meta.url), 'utf8')
);
const list = parsePartnerships(shipped);
const councils = list.partnerships.flatMap((partnership) => partnership.councils);

describe('the partnerships', () => {
	it('are 31 integration authorities with 32 councils', () => {
		expect(list.partnerships).toHaveLength(31);
		expect(councils).toHaveLength(32);
	});

	it('stand in the order of their names', () => {
		const names = list.partnerships.map(({ name }) => name.replace('City of ', ''));
		expect(names).toEqual([...names].sort());
	});

	it('fall into four families of eight councils', () => {
		const sizes = [1, 2, 3, 4].map((number) => councils.filter(({ family }) => family === number).length);
		expect(sizes).toEqual([8, 8, 8, 8]);
	});

	it('name the six of the 2018–19 review', () => {
		const reviewed = list.partnerships.filter(({ inReview2018 }) => inReview2018).map(({ name }) => name);
		expect(reviewed).toEqual([
			'East Ayrshire',
			'East Lothian',
			'Moray',
			'Shetland Islands',
			'South Lanarkshire',
			'West Dunbartonshire'
		]);
	});

	it('keep both councils and both families of an authority that two councils share', () => {
		const shared = findPartnership(list, 'S37000005')!;
		expect(shared.councils.map(({ name }) => name)).toEqual(['Clackmannanshire', 'Stirling']);
		expect(familiesOf(shared)).toEqual([2, 3]);
		expect(shared.note).toContain('two different benchmarking families');
	});

	it('are compared in one family each, that of the first of their councils', () => {
		const shared = findPartnership(list, 'S37000005')!;
		expect(benchmarkFamilyOf(shared)).toBe(shared.councils[0]!.family);
		expect(benchmarkFamilyOf({ councils: [...shared.councils].reverse() })).not.toBe(
			benchmarkFamilyOf(shared)
		);
		const sizes = [1, 2, 3, 4].map(
			(family) => list.partnerships.filter((each) => benchmarkFamilyOf(each) === family).length
		);
		expect(sizes.reduce((sum, size) => sum + size)).toBe(31);
		expect(Math.min(...sizes)).toBeGreaterThan(6);
	});

	it('are invented where their codes begin with X, and only there', () => {
		expect(list.partnerships.some(isInvented)).toBe(false);
		const [first] = shipped.partnerships;
		const council = { ...first.councils[0], code: 'X12000001' };
		const invented = { ...shipped, partnerships: [{ ...first, code: 'X37000001', councils: [council] }] };
		expect(parsePartnerships(invented).partnerships.every(isInvented)).toBe(true);
	});

	it('are found by the code of a council and by a code that was replaced', () => {
		expect(findPartnership(list, 'S12000029')?.name).toBe('South Lanarkshire');
		expect(findPartnership(list, 'S37000015')?.name).toBe('Glasgow City');
		expect(findPartnership(list, 'S12000044')?.name).toBe('North Lanarkshire');
		expect(findPartnership(list, 'S37000099')).toBeUndefined();
	});

	it('are refused when a code stands twice or has the wrong form', () => {
		const [first, ...rest] = shipped.partnerships;
		const again = { ...shipped, partnerships: [first, first, ...rest] };
		expect(() => parsePartnerships(again)).toThrow('stands twice');
		const wrong = { ...shipped, partnerships: [{ ...first, code: '37000001' }] };
		expect(() => parsePartnerships(wrong)).toThrow('S37 and six digits');
	});
});
