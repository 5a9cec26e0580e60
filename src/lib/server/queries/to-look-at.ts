/** What whoever works on a review is to look at again: judgements and phrases whose evidence has changed since. */
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { moderationAddress } from '#lib/pages/review-addresses.ts';
import { listToLookAgain } from './look-again.ts';
import { listStalePhrases } from './stale-phrases.ts';
import { maySee } from './visible-reviews.ts';

export type ToLookAt = { key: string; what: string; why: string; href: string };

/** Judgements first. Nothing for who does not write conclusions: what changed is told by names of evidence. */
export function listToLookAt(db: Database, actor: Actor, review: string): ToLookAt[] {
	if (!maySee(db, actor, review, 'open-conclusions')) return [];
	return [
		...listToLookAgain(db, review).map(({ element, words }) => ({
			key: `judgement ${element}`,
			what: `The judgement of ${nameOf(element)} is to be looked at again`,
			why: words.length > 1 ? `${words[0]} And ${words.length - 1} more.` : (words[0] ?? ''),
			href: moderationAddress(review, element)
		})),
		...listStalePhrases(db, review).map(({ phrase, was, is, href }, at) => ({
			key: `phrase ${at}`,
			what: `“${phrase}” no longer matches its data`,
			why: is === null ? `It was ${was}; the measure is gone.` : `It was ${was}, and is ${is}.`,
			href
		}))
	];
}

const nameOf = (element: string): string => (/^T\d/.test(element) ? `theme ${element.slice(1)}` : element);
