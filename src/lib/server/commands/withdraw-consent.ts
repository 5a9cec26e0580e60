/** Withdraws the consent to share one kind of result; releases that are published stay as they are. */
import { eq } from 'drizzle-orm';
import type { ResultKind } from '#lib/benchmark/result-kinds.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { consents } from '../db/schema/comparing.ts';
import { choiceToldTo, findConsent, findReviewToShare, refuseUnseen } from '../queries/consents.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/** Where none stands, nothing changes. Throws a Problem as `consentToShare` does. */
export function withdrawConsent(
	db: Database,
	by: By,
	{ review, kind, seen }: { review: string; kind: ResultKind; seen?: string }
): void {
	const asked = { action: 'consent-to-share', of: () => findReviewToShare(db, by.actor, review) } as const;
	change(db, by, asked, (note) => {
		const standing = findConsent(db, review, kind);
		if (!standing) return;
		refuseUnseen(standing, seen);
		db.update(consents)
			.set({ withdrawnBy: authorOf(by.actor), withdrawnAt: by.at })
			.where(eq(consents.id, standing.id))
			.run();
		note({
			verb: 'sharing-withdrawn',
			...choiceToldTo(findReviewResource(db, review)!),
			subject: kind,
			facts: { kind, named: standing.named }
		});
	});
}
