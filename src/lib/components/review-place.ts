/** The place of a review in the frame: what it is called there, and its pages in the order of the work. */
import type { Review } from '#lib/reports/bundle.ts';
import { kindNames } from '#lib/reports/review-words.ts';
import type { Place } from './place.ts';
import { findingsAddress, moderationAddress, planOfActionAddress, readAddress } from './review-addresses.ts';

/** What of the review whoever looks may see: all of its pages, its plan, how it was moderated, who did what in it. */
export type PlaceFor = { review: boolean; plan: boolean; moderation: boolean; history: boolean };

/** `reading`: the sources of which records were given to whoever looks, where these are all that they see. */
export function reviewPlace(
	review: Review & { partnershipName: string },
	sees: PlaceFor,
	reading: readonly { source: string; title: string }[] = []
): Place {
	const home = `/reviews/${review.id}`;
	const [first, last] = [review.from.slice(0, 4), review.to.slice(0, 4)];
	const years = first === last ? first : `${first} to ${last}`;
	return {
		partnership: review.partnershipName,
		what: `${kindNames[review.kind]}, ${years}`,
		standing: review.standing,
		pages: sees.review
			? [
					{ href: home, name: 'Overview' },
					...(sees.plan ? [{ href: `${home}/plan`, name: 'Plan' }] : []),
					{ href: `${home}/evidence`, name: 'Evidence', also: `${home}/attachments` },
					{ href: findingsAddress(review.id), name: 'Findings', also: `${home}/phrases` },
					{
						href: `${home}/judgements`,
						name: 'Judgements',
						also: [`${home}/workshop`, `${home}/self-checks`]
					},
					...(sees.moderation ? [{ href: moderationAddress(review.id), name: 'Moderation' }] : []),
					{
						href: planOfActionAddress(review.id),
						name: 'Plan of action',
						also: `${home}/recommendations`
					},
					{ href: `${home}/report`, name: 'Report' },
					...(sees.history ? [{ href: `${home}/history`, name: 'History' }] : [])
				]
			: reading.map(({ source, title }) => ({ href: readAddress(review.id, source), name: title }))
	};
}
