/** The place of a review in the frame: what it is called there, and its pages in the order of the work. */
import type { Review } from '#lib/reports/bundle.ts';
import { kindNames } from '#lib/reports/review-words.ts';
import type { Place } from './place.ts';

/** `history`: whether whoever looks may see who did what. */
export function reviewPlace(
	review: Review & { partnershipName: string },
	{ history = false }: { history?: boolean } = {}
): Place {
	const home = `/reviews/${review.id}`;
	const [first, last] = [review.from.slice(0, 4), review.to.slice(0, 4)];
	const years = first === last ? first : `${first} to ${last}`;
	return {
		partnership: review.partnershipName,
		what: `${kindNames[review.kind]}, ${years}`,
		standing: review.standing,
		pages: [
			{ href: home, name: 'Overview' },
			{ href: `${home}/evidence`, name: 'Evidence' },
			{ href: `${home}/judgements`, name: 'Themes' },
			{ href: `${home}/report`, name: 'Report' },
			...(history ? [{ href: `${home}/history`, name: 'History' }] : [])
		]
	};
}
