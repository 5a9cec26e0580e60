/** What is done next in a seeded review: an improvement action with a test of change. */
import type { Database } from '#lib/server/db/open.ts';
import { actions, testsOfChange } from '#lib/server/db/schema/improving.ts';

export type SeededActions = {
	review: string;
	/** Ends each name that stands in an address. */
	address: string;
	/** Stands in what everybody sees who sees the review. */
	inside: string;
	by: string;
	/** ISO 8601. */
	at: string;
};

/** Returns the names of the action and of its test of change. */
export function seedActions(
	db: Database,
	{ review, address, inside, by, at }: SeededActions
): { action: string; test: string } {
	const authorship = { changedBy: by, changedAt: at };
	const [action, test] = [`action-${address}`, `test-${address}`];
	db.insert(actions)
		.values({
			reviewId: review,
			slug: action,
			position: 0,
			title: `Action ${inside}`,
			text: `More ${inside}`,
			elements: ['8'],
			owner: `Team ${inside}`,
			measure: `Audit ${inside}`,
			evidence: `Shown ${inside}`,
			...authorship
		})
		.run();
	db.insert(testsOfChange)
		.values({
			reviewId: review,
			action,
			slug: test,
			position: 0,
			plan: `Plan ${inside}`,
			do: `Do ${inside}`,
			study: `Study ${inside}`,
			act: `Act ${inside}`,
			...authorship
		})
		.run();
	return { action, test };
}
