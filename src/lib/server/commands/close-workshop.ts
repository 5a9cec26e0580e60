/** Closes a workshop: its code lets nobody in any more. What was rated and agreed stays. */
import type { Database } from '../db/open.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findHeldWorkshop } from '../queries/workshops.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { leadWorkshop } from './lead-workshop.ts';

/** One that is closed stays so. Throws a Problem not-found for a review in which the actor may hold none. */
export function closeWorkshop(db: Database, by: By, { review }: { review: string }): void {
	change(db, by, { action: 'hold-workshop', of: () => findReviewResource(db, review) }, (note) => {
		const held = findHeldWorkshop(db, review, by.at);
		if (!held) return;
		leadWorkshop(db, by, held, { joinCode: null, state: 'closed' });
		note({ verb: 'workshop-closed', review });
	});
}
