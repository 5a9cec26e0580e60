/** Takes back one's own mark that something is useful. */
import { and, eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { usefulMarks } from '../db/schema/community.ts';
import { findSharedAbout } from '../queries/shared-about.ts';
import { speaksFor } from '../queries/writing-for.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';

/** `about`: `entry:<id>` or `topic:<id>`. Throws a Problem not-found for what the actor does not see. */
export function unmarkUseful(db: Database, by: By, { about }: { about: string }): void {
	change(db, by, { action: 'join-in', of: () => installation }, (note) => {
		const shared = findSharedAbout(db, by.actor, about);
		if (!shared) throw notThere();
		const own = and(eq(usefulMarks.about, about), eq(usefulMarks.personId, authorOf(by.actor)));
		const { changes } = db.delete(usefulMarks).where(own).run();
		if (changes > 0)
			note({
				verb: 'useful-unmarked',
				organisation: speaksFor(db, by.actor),
				subject: shared.id,
				facts: { about: shared.kind }
			});
	});
}
