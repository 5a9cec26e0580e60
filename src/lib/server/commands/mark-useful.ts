/** Says of an entry or a topic that it is useful to one's organisation. */
import { authorOf } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { usefulMarks } from '../db/schema/community.ts';
import { Problem } from '../problems.ts';
import { findSharedAbout } from '../queries/shared-about.ts';
import { isOwnOf, speaksFor } from '../queries/writing-for.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';

const ownWords = {
	entry: 'This is your own. Others say whether it is useful to them.',
	topic: 'Your own organisation asks this. Others say whether it is useful to them.'
} as const;

/**
 * `about`: `entry:<id>` or `topic:<id>`. Said once by each person; saying it again changes nothing. Throws a Problem:
 * not-found for what the actor does not see; belongs-elsewhere for what their own organisation shares or asks.
 */
export function markUseful(db: Database, by: By, { about }: { about: string }): void {
	change(db, by, { action: 'join-in', of: () => installation }, (note) => {
		const shared = findSharedAbout(db, by.actor, about);
		const organisation = speaksFor(db, by.actor);
		if (!shared || organisation === null) throw notThere();
		if (isOwnOf(db, by.actor, shared.organisation))
			throw new Problem('belongs-elsewhere', ownWords[shared.kind]);
		const { changes } = db
			.insert(usefulMarks)
			.values({ about, personId: authorOf(by.actor), organisationId: organisation, at: by.at })
			.onConflictDoNothing()
			.run();
		if (changes > 0)
			note({ verb: 'useful-marked', organisation, subject: shared.id, facts: { about: shared.kind } });
	});
}
