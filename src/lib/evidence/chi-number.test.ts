import { describe, expect, it } from 'vitest';
import { isChiNumber } from './chi-number.ts';

describe('a CHI number', () => {
	it.each([
		['0101011237', 'by Modulus 11 and by Modulus 10'],
		['0101201234', 'by Modulus 10 only'],
		['1507480008', 'by Modulus 11 only']
	])('is %s, which passes %s', (number) => {
		expect(isChiNumber(number)).toBe(true);
	});

	it('may begin with 29 February 2000', () => {
		const numbers = Array.from({ length: 10 }, (_, digit) => `290200123${digit}`);
		expect(numbers.some(isChiNumber)).toBe(true);
	});

	it.each([
		['0101011238', 'has the wrong check digit'],
		['3201011237', 'does not begin with a date'],
		['2902011230', 'begins with a day that 2001 did not have'],
		['010101123', 'has nine digits'],
		['01010112370', 'has eleven digits'],
		['010101123A', 'holds a letter']
	])('is not %s, which %s', (number) => {
		expect(isChiNumber(number)).toBe(false);
	});

	it('has at most two check digits for every beginning', () => {
		for (let serial = 0; serial < 1000; serial++) {
			const beginning = `150748${String(serial).padStart(3, '0')}`;
			const valid = Array.from({ length: 10 }, (_, digit) => `${beginning}${digit}`).filter(isChiNumber);
			expect([1, 2]).toContain(valid.length);
		}
	});
});
