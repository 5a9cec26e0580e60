/** The Community Health Index number, which every patient in Scotland has. */

/** Which of its two checks a CHI number passes, in words. */
export type ChiCheck = 'Modulus 11' | 'Modulus 10' | 'Modulus 11 and 10';

/**
 * By which check ten digits can be a CHI number, or null when they cannot: DDMMYY of a real date, three digits, and a
 * check digit that is right by Modulus 11 or, for numbers issued from 2026, by Modulus 10. Source: Public Health
 * Scotland's data dictionary.
 */
export function chiCheck(tenDigits: string): ChiCheck | null {
	if (!/^\d{10}$/.test(tenDigits) || !startsWithDate(tenDigits)) return null;
	const digits = [...tenDigits].map(Number);
	const [by11, by10] = [digits[9] === modulus11(digits), digits[9] === modulus10(digits)];
	if (by11) return by10 ? 'Modulus 11 and 10' : 'Modulus 11';
	return by10 ? 'Modulus 10' : null;
}

export const isChiNumber = (tenDigits: string): boolean => chiCheck(tenDigits) !== null;

/** The year has two digits; 29 February counts when one of the centuries had it. */
function startsWithDate(digits: string): boolean {
	const [day, month, year] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2))) as [
		number,
		number,
		number
	];
	const date = new Date(Date.UTC(2000 + year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Weights 10 to 2 over the first nine digits. No check digit fits a remainder of 1: the result is then 10. */
function modulus11(digits: readonly number[]): number {
	const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
	return (11 - (sum % 11)) % 11;
}

/** Every other digit from the first doubled, less 9 where that is above 9. */
function modulus10(digits: readonly number[]): number {
	const sum = digits.slice(0, 9).reduce((total, digit, index) => {
		const value = index % 2 === 0 ? digit * 2 : digit;
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return (10 - (sum % 10)) % 10;
}
