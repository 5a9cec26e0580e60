/** A person says yes or no to a duty in a review of another organisation. */
import { eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { duties } from '../db/schema/memberships.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { answeredAlready } from './confirm-membership.ts';

/** Throws a Problem: not-found; answered-already. */
export function answerDuty(
	db: Database,
	by: By,
	{ duty, answer }: { duty: string; answer: 'yes' | 'no' }
): void {
	const kept = () => db.select().from(duties).where(eq(duties.id, duty)).get();
	const of = () => {
		const person = kept()?.personId;
		return person === undefined ? null : ({ kind: 'person', id: person } as const);
	};
	change(db, by, { action: 'look-after-account', of }, (note) => {
		const asked = kept();
		if (!asked) throw notThere();
		if (asked.standing !== 'invited') throw answeredAlready();
		const standing = answer === 'yes' ? 'confirmed' : 'revoked';
		db.update(duties)
			.set({ standing, version: asked.version + 1, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(eq(duties.id, duty))
			.run();
		const review = asked.reviewId;
		const organisation = findReviewResource(db, review)?.organisation ?? null;
		const about = { organisation, review, subject: asked.personId };
		if (answer === 'yes') note({ verb: 'duty-confirmed', ...about, facts: { duty: asked.duty } });
		else note({ verb: 'duty-revoked', ...about, facts: { duty: asked.duty, declined: true } });
	});
}
