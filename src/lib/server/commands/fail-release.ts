/** Says of a release that could not be made why, so that it can be made again. */
import { eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { releaseDrafts } from '../db/schema/comparing.ts';
import { findDraft } from '../queries/release-drafts.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/** `problem`: a sentence. Nothing for a draft that is not being made. Throws a Problem not-found for whoever may not. */
export function failRelease(
	db: Database,
	by: By,
	{ draft, problem }: { draft: string; problem: string }
): void {
	change(db, by, { action: 'make-releases', of: () => installation }, (note) => {
		const row = findDraft(db, draft);
		if (row?.state !== 'making') return;
		const authorship = {
			version: row.version + 1,
			changedBy: authorOf(by.author ?? by.actor),
			changedAt: by.at
		};
		db.update(releaseDrafts)
			.set({ state: 'failed', problem, ...authorship })
			.where(eq(releaseDrafts.id, draft))
			.run();
		note({ verb: 'release-failed', subject: row.title, facts: { draft } });
	});
}
