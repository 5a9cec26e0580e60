/** Puts a component to a workshop: the telephones in the room turn to it. */
import type { Database } from '../db/open.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findRatedComponent } from '../queries/workshops.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { heldWorkshop, leadWorkshop } from './lead-workshop.ts';

/**
 * What was rated of it before stays, and can be changed until it is shown again. Throws a Problem: not-found for a
 * component that cannot be rated, or a review in which the actor may hold no workshop; changed-meanwhile when it is over.
 */
export function turnWorkshop(
	db: Database,
	by: By,
	{ review, element }: { review: string; element: string }
): void {
	change(db, by, { action: 'hold-workshop', of: () => findReviewResource(db, review) }, (note) => {
		findRatedComponent(db, review, element);
		const held = heldWorkshop(db, by, review);
		if (held.element === element && held.state === 'rating') return;
		leadWorkshop(db, by, held, { element, state: 'rating' });
		note({ verb: 'workshop-turned', review, subject: element });
	});
}
