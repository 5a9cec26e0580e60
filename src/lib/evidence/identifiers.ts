/**
 * Finds what could name a person in a text: nothing that holds any of it is stored before someone has looked.
 * It rather finds too much than too little, within the published rules for each kind.
 */
import { findBirthDates } from './birth-date.ts';
import { isChiNumber } from './chi-number.ts';

export const identifierNames = {
	email: 'an e-mail address',
	chi: 'a CHI number',
	'national-insurance': 'a National Insurance number',
	'date-of-birth': 'a date of birth',
	phone: 'a phone number',
	postcode: 'a postcode'
} as const;
export type IdentifierKind = keyof typeof identifierNames;

/** `found` is personal: show it to its writer only, never in a log. `at` is its position in the text, from 0. */
export type FoundIdentifier = { kind: IdentifierKind; found: string; at: number };

type Finder = (text: string) => { found: string; at: number }[];

/** In this order: what is part of an earlier find is not found again as another kind. */
const finders: Record<IdentifierKind, Finder> = {
	email: (text) => matches(text, email),
	chi: findChiNumbers,
	'national-insurance': findInsuranceNumbers,
	'date-of-birth': findBirthDates,
	phone: findPhoneNumbers,
	postcode: findPostcodes
};

/** Everything in a text that looks like an identifier, in the order of the text; without overlaps. */
export function findIdentifiers(text: string): FoundIdentifier[] {
	// Every kind has a digit or an @ in it: most answers have neither.
	if (!/[\d@]/.test(text)) return [];
	const all: FoundIdentifier[] = [];
	let rest = text;
	for (const [kind, find] of Object.entries(finders) as [IdentifierKind, Finder][]) {
		const found = withoutOverlaps(find(rest)).map((each) => ({ kind, ...each }));
		rest = blanked(rest, found);
		all.push(...found);
	}
	return all.sort((a, b) => a.at - b.at);
}

/** The text with each identifier replaced by its kind: “ring [a phone number]”. For messages and logs. */
export function maskIdentifiers(text: string): string {
	let end = 0;
	let masked = '';
	for (const { kind, found, at } of findIdentifiers(text)) {
		masked += `${text.slice(end, at)}[${identifierNames[kind]}]`;
		end = at + found.length;
	}
	return masked + text.slice(end);
}

function withoutOverlaps(finds: { found: string; at: number }[]) {
	let end = 0;
	return finds.filter(({ found, at }) => {
		const apart = at >= end;
		if (apart) end = at + found.length;
		return apart;
	});
}

/** The text with what was found made unreadable, every other character where it was. */
function blanked(text: string, finds: readonly FoundIdentifier[]): string {
	let end = 0;
	const pieces = finds.map(({ found, at }) => {
		const piece = text.slice(end, at) + '\ufffd'.repeat(found.length);
		end = at + found.length;
		return piece;
	});
	return pieces.join('') + text.slice(end);
}

/** The lengths are bounded, and a run of letters is tried once, so that no text takes long. */
const email = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;

/** Two-letter codes, districts and the letters that each place may have: Royal Mail's form of a postcode. */
const postcode =
	/(?<![\p{L}\p{N}])[A-PR-UWYZ](?:[A-HK-Y])?\d[A-Z\d]?[ \u00a0]?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/giu;

/** “A4 2nd” is no postcode, though “G4 2ND” is one. */
function findPostcodes(text: string) {
	return matches(text, postcode).filter(({ found }) => !/\d(?:st|nd|rd|th)$/.test(found));
}

/** Digits in groups, one space or hyphen between: the ways in which a number is written to be read. */
const digitGroups = /\d+(?:[ \u00a0\u2009\u202f-]\d+)*/g;

function findChiNumbers(text: string) {
	return matches(text, digitGroups).flatMap(({ found, at }) => tenDigitRuns(found, at).filter(isChi));
}

function isChi({ found }: { found: string }): boolean {
	return isChiNumber(found.replace(/\D/g, ''));
}

/** Every stretch of whole groups that has ten digits, so that a figure after a number does not hide it. */
function tenDigitRuns(groups: string, start: number) {
	const parts = matches(groups, /\d+/g);
	const runs: { found: string; at: number }[] = [];
	for (let first = 0; first < parts.length; first++) {
		let digits = 0;
		let last = first;
		while (digits < 10 && last < parts.length) digits += parts[last++]!.found.length;
		if (digits !== 10) continue;
		const [from, to] = [parts[first]!, parts[last - 1]!];
		runs.push({ found: groups.slice(from.at, to.at + to.found.length), at: start + from.at });
	}
	return runs;
}

const insurance =
	/(?<![\p{L}\p{N}])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?(\d{2})([ -]?)\d{2}\2\d{2}(?:[ -]?([A-D]))?(?![\p{L}\p{N}])/giu;

/**
 * The last letter may be missing. Two letters and six digits alone are as often the reference of a file, so without
 * the last letter the digits must stand in pairs or the number be named before.
 */
function findInsuranceNumbers(text: string) {
	return [...text.matchAll(insurance)]
		.filter(({ 2: between, 3: last, index }) => {
			const before = text.slice(Math.max(0, index - 40), index);
			return last || between || /\b(?:national insurance|N\.?I\.?(?: ?(?:number|no))?|NINO)\b/i.test(before);
		})
		.map((match) => ({ found: match[0], at: match.index }));
}

/** National numbers have ten or eleven digits with their 0; the first group is an area or network code. */
const phone =
	/(?<![\p{L}\p{N}./£-])(?:(?:\+|00)44[ \u00a0-]?(?:\(0\)[ \u00a0-]?)?\(?[1235789]\d{1,9}|\(?0[1235789]\d{1,9})\)?(?:[ \u00a0-]{1,2}\d{2,8}){0,4}(?![\p{L}\p{N}])/gu;

function findPhoneNumbers(text: string) {
	return matches(text, phone).filter(({ found }) => {
		const national = found
			.replace(/^(?:\+|00)44/, '')
			.replace(/\D/g, '')
			.replace(/^0/, '');
		return national.length === 9 || national.length === 10;
	});
}

function matches(text: string, pattern: RegExp): { found: string; at: number }[] {
	return [...text.matchAll(pattern)].map((match) => ({ found: match[0], at: match.index }));
}
