/** Where the pages of a review are. References and codes may hold any sign, so each is written for an address. */
import type { ElementLink } from '#lib/pages/element-links.ts';
import { planOfActionAddress, sourceAddress, themeAddress } from '#lib/pages/review-addresses.ts';

export {
	commentsAddress,
	componentAddress,
	findingAddress,
	moderationAddress,
	planOfActionAddress,
	sourceAddress,
	themeAddress
} from '#lib/pages/review-addresses.ts';

const part = encodeURIComponent;

/** `where`: one stratum that the page is narrowed to, as `column:stratum`. */
export function questionAddress(
	review: string,
	source: string,
	code: string,
	where: string | null = null
): string {
	const asked = where === null ? '' : `?where=${part(where)}`;
	return `${sourceAddress(review, source)}/questions/${part(code)}${asked}`;
}

/** Which records a page of a question lists. */
export type Listed = {
	answer?: string | null;
	within?: { column: string; stratum: string } | null;
	/** That the whole page is narrowed to, as `column:stratum`. */
	where?: string | null;
	page?: number;
};

/** The records that gave one answer to a question, in one stratum or in all. */
export function answersAddress(
	review: string,
	source: string,
	code: string,
	{ answer, within, where, page }: Listed
): string {
	const asked = [
		...(where ? [`where=${part(where)}`] : []),
		...(answer ? [`answer=${part(answer)}`] : []),
		...(within ? [`by=${part(within.column)}`, `in=${part(within.stratum)}`] : []),
		...(page && page > 1 ? [`page=${page}`] : [])
	].join('&');
	return `${questionAddress(review, source, code)}${asked === '' ? '' : `?${asked}`}#records`;
}

export function recordAddress(review: string, source: string, reference: string): string {
	return `${sourceAddress(review, source)}/records/${part(reference)}`;
}

/** The records of a source that were given to be read. */
export function readAddress(review: string, source: string): string {
	return `${sourceAddress(review, source)}/read`;
}

/** Where two readings of a record stand side by side. */
export function twoReadingsAddress(review: string, source: string, reference: string): string {
	return `${sourceAddress(review, source)}/readings/${part(reference)}`;
}

/** The desk where one of them is read. `stay`: whoever reads goes on to the next question themselves. */
export function deskAddress(review: string, source: string, reference: string, stay = false): string {
	return `${readAddress(review, source)}/${part(reference)}${stay ? '?advance=off' : ''}`;
}

/** Where a narrative of a theme or standard is written: `summary`, `overall`, `strengths`, `gaps`. */
export function narrativeAddress(review: string, code: string, narrative: string): string {
	return `${themeAddress(review, code)}/${narrative}`;
}

/** Where the summary of a theme is written. */
export const summaryAddress = (review: string, code: string) => narrativeAddress(review, code, 'summary');

/** A note of a source, in which passages are marked. */
export function noteAddress(review: string, source: string, note: string): string {
	return `${sourceAddress(review, source)}/notes/${part(note)}`;
}

/** Where a passage is changed. */
export function passageAddress(review: string, source: string, passage: string): string {
	return `${sourceAddress(review, source)}/passages/${part(passage)}`;
}

/** Where the answers to a question that were written are coded, one after the other. */
export function codingAddress(review: string, source: string, code: string): string {
	return `${sourceAddress(review, source)}/coding/${part(code)}`;
}

/** Where an element is shown; null when no page shows it. `themes` are the codes that have a page in the review. */
export function elementAddress(
	review: string,
	element: ElementLink,
	themes: readonly string[]
): string | null {
	const { framework, code, top } = element;
	if (themes.includes(top)) return themeAddress(review, top);
	if (framework === 'sds-standards') return `/standards/${part(top)}${code === top ? '' : `#${code}`}`;
	if (framework === 'sds-change-map' && code !== top) return `/change-map/${part(code)}`;
	return null;
}

/**
 * The address with another name in the place of one of its parts, and nothing after it; null when no part of the
 * address is that name.
 */
export function inPlaceOf(pathname: string, name: string, other: string): string | null {
	const parts = pathname.split('/');
	const at = parts.lastIndexOf(part(name));
	return at < 0 ? null : [...parts.slice(0, at), part(other)].join('/');
}

/** The tables of figures of a source. */
export function figuresAddress(review: string, source: string): string {
	return `${sourceAddress(review, source)}/figures`;
}

/** Where an attachment is written about; the file itself lies beneath. */
export function attachmentAddress(review: string, attachment: string): string {
	return `/reviews/${review}/attachments/${part(attachment)}`;
}

/** The strengths and areas for improvement of a review. */
export function findingsAddress(review: string): string {
	return `/reviews/${review}/findings`;
}

/** Where a finding is added, on a theme or standard or on any. */
export function newFindingAddress(review: string, element: string | null = null): string {
	return `${findingsAddress(review)}/new${element === null ? '' : `?element=${part(element)}`}`;
}

/** Where the findings of a theme or standard are weighed against each other. */
export function weightsAddress(review: string, theme: string): string {
	return `${findingsAddress(review)}/weights/${part(theme)}`;
}

/** Where points of factual accuracy are made and answered. */
export function accuracyAddress(review: string): string {
	return `/reviews/${review}/accuracy`;
}

/** Where a new action is written, for a recommendation or the gap of an element. */
export function newActionAddress(review: string, of: { recommendation?: number; element?: string }): string {
	const [name, value] = Object.entries(of)[0] ?? [];
	return `${planOfActionAddress(review)}/new${name === undefined ? '' : `?${name}=${part(String(value))}`}`;
}

/** Where a recommendation is written. */
export function recommendationAddress(review: string, number: number): string {
	return `/reviews/${review}/recommendations/${number}`;
}

/** The table of a self-evaluation: every standard with its components. */
export function readinessAddress(review: string): string {
	return `/reviews/${review}/judgements`;
}

/** One standard of a self-evaluation, question by question; with a component its page, or `check` its answers. */
export function guidedAddress(review: string, standard: string, at: string | null = null): string {
	return `${themeAddress(review, standard)}/guided${at === null ? '' : `/${part(at)}`}`;
}

/** The change map of a self-evaluation. */
export function reviewMapAddress(review: string): string {
	return `${readinessAddress(review)}/change-map`;
}

/** The screen of a workshop, in which a room judges components together. */
export function workshopAddress(review: string): string {
	return `/reviews/${review}/workshop`;
}

/** Where a self-evaluation is taken along as a file, and taken in when it comes back. */
export function roundTripAddress(review: string): string {
	return `/reviews/${review}/judgements/round-trip`;
}
