/** Consents to share one kind of result of an issued review for comparison, by name or without it, from now on. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { ResultKind } from '#lib/benchmark/result-kinds.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { consents } from '../db/schema/comparing.ts';
import { choiceToldTo, findConsent, findReviewToShare, refuseUnseen } from '../queries/consents.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

export type ConsentAsked = {
	review: string;
	kind: ResultKind;
	/** By name: members then see the partnership's own values beside its name. */
	named: boolean;
	/** Id of the consent that stood when the choice was looked at, empty for none. Left out: whatever stands. */
	seen?: string;
};

/**
 * Chosen anew, what was chosen before ends at that moment; the same again changes nothing. Throws a Problem: not-found
 * for a review that is not there or not the actor's to share; not-to-share for one that is not issued, was withdrawn
 * or is of no partnership that is compared; changed-meanwhile when another stands than was seen.
 */
export function consentToShare(db: Database, by: By, { review, kind, named, seen }: ConsentAsked): void {
	const asked = { action: 'consent-to-share', of: () => findReviewToShare(db, by.actor, review) } as const;
	change(db, by, asked, (note) => {
		const standing = findConsent(db, review, kind);
		if (standing?.named === named) return;
		refuseUnseen(standing, seen);
		const author = authorOf(by.actor);
		if (standing)
			db.update(consents)
				.set({ withdrawnBy: author, withdrawnAt: by.at })
				.where(eq(consents.id, standing.id))
				.run();
		db.insert(consents)
			.values({ id: randomUUID(), reviewId: review, kind, named, givenBy: author, givenAt: by.at })
			.run();
		note({
			verb: 'sharing-consented',
			...choiceToldTo(findReviewResource(db, review)!),
			subject: kind,
			facts: { kind, named }
		});
	});
}
