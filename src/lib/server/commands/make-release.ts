/** Keeps what came of making a release, for an administrator to look at before it is published. */
import { eq } from 'drizzle-orm';
import { groundsSchema, releaseSchema, scotland } from '#lib/benchmark/release.ts';
import { authorOf } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { releaseDrafts } from '../db/schema/comparing.ts';
import { findDraft, type KeptRelease } from '../queries/release-drafts.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * Nothing for a draft that was dropped or is not being made any more. Throws a Problem not-found for whoever may not,
 * a ZodError for what is no release.
 */
export function makeRelease(
	db: Database,
	by: By,
	{ draft, kept }: { draft: string; kept: KeptRelease }
): void {
	change(db, by, { action: 'make-releases', of: () => installation }, (note) => {
		const row = findDraft(db, draft);
		if (row?.state !== 'making') return;
		const release = releaseSchema.parse(kept.release);
		const whole: KeptRelease = { ...kept, release, grounds: groundsSchema.parse(kept.grounds) };
		db.update(releaseDrafts)
			.set({
				...{ state: 'made', draft: JSON.stringify(whole), at: '', problem: null },
				...{ version: row.version + 1, changedBy: authorOf(by.author ?? by.actor), changedAt: by.at }
			})
			.where(eq(releaseDrafts.id, draft))
			.run();
		const partnerships = release.groups.find(({ id }) => id === scotland)?.partnerships ?? 0;
		note({ verb: 'release-made', subject: row.title, facts: { draft, partnerships } });
	});
}
