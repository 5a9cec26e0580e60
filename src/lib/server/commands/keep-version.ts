/** Keeps the version of a narrative that another is about to take the place of. */
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { narrativeVersions, type narratives } from '../db/schema/conclusions.ts';
import type { By } from './append-event.ts';

/** Milliseconds. Saves as one goes are one version until their writer pauses for so long. */
const pause = 10 * 60_000;

/** Within the change that saves over `before`: what one person writes in one go is kept as one version. */
export function keepVersion(db: Database, before: typeof narratives.$inferSelect, by: By): void {
	const same = before.changedBy === authorOf(by.actor);
	if (same && Date.parse(by.at) - Date.parse(before.changedAt) < pause) return;
	db.insert(narrativeVersions).values(before).onConflictDoNothing().run();
}
