import { describe, expect, test } from 'vitest';
import {
	countChoices,
	fitting,
	isSought,
	pageOf,
	readSought,
	soughtQuery,
	type Sought
} from './find-entries.ts';

const entry = (changes: object) => ({
	...{
		kind: 'practice' as const,
		elements: ['8.7'],
		geography: 'city' as const,
		careGroups: ['older-people']
	},
	...{ stage: 3, ...changes }
});
const entries = [
	entry({}),
	entry({ geography: 'island', elements: ['9'] }),
	entry({ kind: 'resource', geography: null, stage: null, careGroups: [] })
];
const asks = (address: string): Sought => {
	const asked = new URLSearchParams(address);
	return readSought((name) => asked.get(name));
};

describe('what an address asks for', () => {
	test('is read, and written again for another page', () => {
		const sought = asks(
			'q=carers+plan&kind=practice&element=8.7&geography=city&group=older-people&stage=0&page=2'
		);
		expect(sought).toEqual({
			...{ words: 'carers plan', kind: 'practice', element: '8.7', geography: 'city' },
			...{ careGroup: 'older-people', stage: 0, page: 2 }
		});
		expect(asks(soughtQuery(sought, 3))).toEqual({ ...sought, page: 3 });
	});

	test('is left out where it means nothing', () => {
		const nothing = asks('kind=thing&element=<b>&geography=moon&group=x&stage=9&page=-1');
		expect(nothing).toEqual(asks(''));
		expect(isSought(nothing)).toBe(false);
	});
});

describe('finding', () => {
	test('takes what fits all that is asked', () => {
		expect(fitting(entries, asks('geography=city'), null)).toEqual([entries[0]]);
		expect(fitting(entries, asks(''), new Set(['8', '8.7']))).toEqual([entries[0], entries[2]]);
		expect(fitting(entries, asks('kind=resource&stage=3'), null)).toEqual([]);
	});

	test('counts for each further choice what would fit it', () => {
		const counts = countChoices(entries, asks('kind=practice'), null);
		expect(counts.geography.map(({ value, count }) => `${value} ${count}`)).toEqual([
			'city 1',
			'island 1',
			'mostly-rural 0',
			'mixed 0'
		]);
		expect(counts.kind.map(({ count }) => count)).toEqual([2, 1, 0]);
	});

	test('gives twenty to a page, and the last page for one beyond it', () => {
		const all = Array.from({ length: 41 }, (_, index) => index);
		expect(pageOf(all, 2)).toEqual({ shown: all.slice(20, 40), page: 2, pages: 3 });
		expect(pageOf(all, 9)).toEqual({ shown: [40], page: 3, pages: 3 });
		expect(pageOf([], 1)).toEqual({ shown: [], page: 1, pages: 1 });
	});
});
