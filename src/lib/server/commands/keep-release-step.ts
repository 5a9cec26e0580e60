/** Keeps how far the making of a release is. It tells the trail nothing: beginning and end have their own events. */
import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { releaseDrafts } from '../db/schema/comparing.ts';

export type ReleaseStep = {
	/** Steps of the part of the work that is under way, done and in all. */
	done: number;
	steps: number;
	/** What it is at, in a few words. */
	at: string;
};

/** Nothing once it is not being made any more. */
export function keepReleaseStep(db: Database, draft: string, { done, steps, at }: ReleaseStep): void {
	db.update(releaseDrafts)
		.set({ done, steps, at })
		.where(and(eq(releaseDrafts.id, draft), eq(releaseDrafts.state, 'making')))
		.run();
}
