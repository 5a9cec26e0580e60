/** The one sentence that says why a phrase is judged as it is. */
import { formatCount, listed } from '#lib/measures/figures.ts';
import type { MeasureToCheck, Tie } from './shapes.ts';

const quoted = (words: string): string => `“${words.replace(/\s+/g, ' ')}”`;
const counted = ({ positive, base }: { positive: number; base: number }): string =>
	`${formatCount(positive)} of ${formatCount(base)}`;

/** `“Four options discussed” is 47 of 60`. */
export const measured = (measure: MeasureToCheck): string =>
	`${quoted(measure.label)} is ${counted(measure)}`;

export const fits = (phrase: string, measure: MeasureToCheck): string =>
	`${quoted(phrase)} is right: ${measured(measure)}.`;

export const fitsNot = (phrase: string, measure: MeasureToCheck, word: string): string =>
	`${quoted(phrase)} is not what the evidence says: ${measured(measure)}, which is ${quoted(word)}.`;

export const noEvidence = (phrase: string, measure: MeasureToCheck): string =>
	`There is no evidence for ${quoted(phrase)}: ${quoted(measure.label)} has no answers.`;

export const contradicts = (
	phrase: string,
	count: { positive: number; base: number },
	word: string
): string => `${quoted(phrase)} is not what the sentence itself says: ${counted(count)} is ${quoted(word)}.`;

export const contradictsPercent = (phrase: string, percent: number, word: string): string =>
	`${quoted(phrase)} is not what the sentence itself says: ${percent}% is ${quoted(word)}.`;

export const bornOutUnlinked = (phrase: string, count: { positive: number; base: number }): string =>
	`${quoted(phrase)} fits ${counted(count)}, but no measure is linked to it.`;

export const unlinked = (phrase: string): string => `No measure is linked to ${quoted(phrase)}.`;

export const notATerm = (phrase: string, terms: readonly string[]): string =>
	`${quoted(phrase)} is not a term of the scale: write ${eitherOf(terms)}, as the evidence says.`;

export const notATermBut = (phrase: string, word: string, measure: MeasureToCheck | null): string =>
	measure
		? `${quoted(phrase)} is not a term of the scale: ${measured(measure)}, which is ${quoted(word)}.`
		: `${quoted(phrase)} is not a term of the scale; that share is ${quoted(word)}.`;

export const baseNotSaid = (phrase: string): string => `${quoted(phrase)} does not say of how many.`;

export const baseHidden = (phrase: string, measure: MeasureToCheck): string =>
	`${quoted(phrase)} hides how many there were: ${measured(measure)}.`;

export const countFits = (phrase: string, measure: MeasureToCheck): string =>
	`${quoted(phrase)} is what ${quoted(measure.label)} says.`;

export const countFitsNot = (phrase: string, measure: MeasureToCheck): string =>
	`${quoted(phrase)} is not what the evidence says: ${measured(measure)}.`;

/** Added to a reason where the measure's term is not secure, or was another when the phrase was tied to it. */
export function furtherWords(borderline: readonly string[], said: Tie['said'] | null): string {
	const near =
		borderline.length > 1 ? ` The term is borderline between ${listed(borderline.map(quoted))}.` : '';
	const then = said ? ` It was ${counted(said)} when the phrase was linked.` : '';
	return `${near}${then}`;
}

const eitherOf = (terms: readonly string[]): string =>
	terms.length < 2
		? terms.map(quoted).join('')
		: `${terms.slice(0, -1).map(quoted).join(', ')} or ${quoted(terms.at(-1)!)}`;
