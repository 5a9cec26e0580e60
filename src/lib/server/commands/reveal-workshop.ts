/** Shows a room what it thinks of the component in hand. From then on nobody changes their rating of it. */
import type { Database } from '../db/open.ts';
import { Problem } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import { countRatings } from '../queries/workshops.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { leadWorkshop, workshopOn } from './lead-workshop.ts';

/**
 * Throws a Problem: not-found for a review in which the actor may hold no workshop; changed-meanwhile when it is over or
 * has another component in hand; form-invalid while nobody has rated.
 */
export function revealWorkshop(
	db: Database,
	by: By,
	{ review, element }: { review: string; element: string }
): void {
	change(db, by, { action: 'hold-workshop', of: () => findReviewResource(db, review) }, (note) => {
		const held = workshopOn(db, by, review, element);
		if (held.state === 'revealed') return;
		const ratings = countRatings(db, held.id, element);
		if (ratings === 0)
			throw new Problem('form-invalid', 'Nobody has rated this component yet: there is nothing to show.');
		leadWorkshop(db, by, held, { state: 'revealed' });
		note({ verb: 'workshop-revealed', review, subject: element, facts: { ratings } });
	});
}
