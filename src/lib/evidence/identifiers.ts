/**
 * Finds what could name a person in a text: nothing that holds any of it is stored before someone has looked.
 * It rather finds too much than too little, within the published rules for each kind. Every pattern is bounded, so
 * that the time grows with the length of the text and no faster.
 */
import { findBirthDates } from './birth-date.ts';
import { findChiNumbers } from './chi-finds.ts';
import { findEmails } from './email.ts';
import type { Find } from './identifier-find.ts';
import { findInsuranceNumbers } from './insurance-number.ts';
import { findPostcodes } from './postcode.ts';
import { readableText } from './readable-text.ts';
import { findTelephoneNumbers } from './telephone.ts';

export const identifierNames = {
	email: 'an e-mail address',
	chi: 'a CHI number',
	'national-insurance': 'a National Insurance number',
	'date-of-birth': 'a date of birth',
	telephone: 'a phone number',
	postcode: 'a postcode'
} as const;
export type IdentifierKind = keyof typeof identifierNames;

/**
 * `found` is personal: show it to its writer only, never in a log. `at` is its position in the text, from 0, in
 * UTF-16 units, so that `text.startsWith(found, at)`. `reason` says what makes it look like one; it repeats nothing.
 */
export type FoundIdentifier = { kind: IdentifierKind; found: string; at: number; reason: string };

/** In this order: what is part of an earlier find is not found again as another kind. */
const finders: Record<IdentifierKind, (text: string) => Find[]> = {
	email: findEmails,
	chi: findChiNumbers,
	'national-insurance': findInsuranceNumbers,
	'date-of-birth': findBirthDates,
	telephone: findTelephoneNumbers,
	postcode: findPostcodes
};

/** Everything in a text that looks like an identifier, in the order of the text; without overlaps. */
export function findIdentifiers(text: string): FoundIdentifier[] {
	const readable = readableText(text);
	// Every kind has a digit or an @ in it: most answers have neither.
	if (!/\d|@|\(at\)|\[at\]/i.test(readable.text)) return [];
	const all: FoundIdentifier[] = [];
	let rest = readable.text;
	for (const [kind, find] of Object.entries(finders) as [IdentifierKind, (text: string) => Find[]][]) {
		const finds = withoutOverlaps(find(rest));
		rest = blanked(rest, finds);
		for (const { found, at, reason } of finds)
			all.push({ kind, ...readable.written(at, found.length), reason });
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

function withoutOverlaps(finds: Find[]): Find[] {
	let end = 0;
	return finds
		.sort((a, b) => a.at - b.at)
		.filter(({ found, at }) => {
			const apart = at >= end;
			if (apart) end = at + found.length;
			return apart;
		});
}

/** The text with what was found made unreadable, every other character where it was. */
function blanked(text: string, finds: readonly Find[]): string {
	if (finds.length === 0) return text;
	let end = 0;
	const pieces = finds.map(({ found, at }) => {
		const piece = text.slice(end, at) + '\ufffd'.repeat(found.length);
		end = at + found.length;
		return piece;
	});
	return pieces.join('') + text.slice(end);
}
