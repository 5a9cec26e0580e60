/** Drops a release before it is published: what was made of it is gone, that it was begun and dropped is told. */
import { eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { releaseDrafts } from '../db/schema/comparing.ts';
import { Problem } from '../problems.ts';
import { findDraft } from '../queries/release-drafts.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';

/**
 * Nothing for one that was dropped before. Throws a Problem: not-found for whoever may not, and where there is none;
 * release-published for one that is out.
 */
export function dropRelease(db: Database, by: By, { draft }: { draft: string }): void {
	change(db, by, { action: 'make-releases', of: () => installation }, (note) => {
		const row = findDraft(db, draft);
		if (!row) throw notThere();
		if (row.state === 'published')
			throw new Problem('release-published', `It was published as release ${row.release}, and stays so.`);
		if (row.state === 'dropped') return;
		const authorship = { version: row.version + 1, changedBy: authorOf(by.actor), changedAt: by.at };
		db.update(releaseDrafts)
			.set({ state: 'dropped', draft: null, at: '', problem: null, ...authorship })
			.where(eq(releaseDrafts.id, draft))
			.run();
		note({ verb: 'release-dropped', subject: row.title, facts: { draft } });
	});
}
