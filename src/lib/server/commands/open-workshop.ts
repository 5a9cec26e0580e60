/** Opens a workshop in a self-evaluation: from now on its code lets people in. */
import { and, eq, isNotNull } from 'drizzle-orm';
import { randomInt, randomUUID } from 'node:crypto';
import { newCode } from '#lib/judgement/workshop.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { workshops } from '../db/schema/judging.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findHeldWorkshop, findSelfEvaluated } from '../queries/workshops.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * One workshop at a time goes on in a review; where one does, nothing is opened. Returns the code. Throws a Problem
 * not-found for a review that is no self-evaluation, or in which the actor may hold none.
 */
export function openWorkshop(
	db: Database,
	by: By,
	{ review, pick = randomInt }: { review: string; pick?: (below: number) => number }
): string {
	return change(db, by, { action: 'hold-workshop', of: () => findReviewResource(db, review) }, (note) => {
		findSelfEvaluated(db, review);
		const held = findHeldWorkshop(db, review, by.at);
		if (held) return held.joinCode;
		// One that is over by itself gives its code back.
		db.update(workshops)
			.set({ joinCode: null, state: 'closed' })
			.where(and(eq(workshops.reviewId, review), isNotNull(workshops.joinCode)))
			.run();
		const joinCode = freeCode(db, pick);
		db.insert(workshops)
			.values({
				id: randomUUID(),
				reviewId: review,
				joinCode,
				element: null,
				state: 'waiting',
				changedBy: authorOf(by.actor),
				changedAt: by.at
			})
			.run();
		note({ verb: 'workshop-opened', review });
		return joinCode;
	});
}

/** That no other workshop has. */
function freeCode(db: Database, pick: (below: number) => number): string {
	for (;;) {
		const code = newCode(pick);
		if (!db.select().from(workshops).where(eq(workshops.joinCode, code)).get()) return code;
	}
}
