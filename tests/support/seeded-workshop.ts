/** A workshop in a seeded review, with one rating in it. Whose it is, nobody knows. */
import type { Database } from '#lib/server/db/open.ts';
import { workshopRatings, workshops } from '#lib/server/db/schema/judging.ts';

export type SeededWorkshop = {
	review: string;
	/** Who holds it. */
	person: string;
	/** Of its code, which stands on the big screen. */
	code: string;
	/** ISO 8601: when it was opened. */
	at: string;
};

export function seedWorkshop(db: Database, { review, person, code, at }: SeededWorkshop): void {
	const id = `workshop-of-${review}`;
	db.insert(workshops)
		.values({
			...{ id, reviewId: review, joinCode: code, element: '8.7', state: 'rating' },
			...{ changedBy: person, changedAt: at }
		})
		.run();
	db.insert(workshopRatings)
		.values({
			...{ workshopId: id, element: '8.7', participant: `somebody of ${review}` },
			...{ perspective: 'worker', step: 2, at }
		})
		.run();
}
