/** Publishes a release that was made and looked at: numbered, with its digest, and never changed afterwards. */
import { createHash } from 'node:crypto';
import { eq, max } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { releaseDrafts, releases } from '../db/schema/comparing.ts';
import { FormProblem, Problem } from '../problems.ts';
import { findDraft, loadKept } from '../queries/release-drafts.ts';
import { inputDigest } from '../releases/release-input.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';

export type PublishAsked = {
	draft: string;
	/** Somebody confirmed that it is to be so, since it cannot be undone. */
	sure: boolean;
};

/**
 * Returns its number; of one that was published before, that one. Throws a Problem: not-found for whoever may not, and
 * for what is not made; form-invalid unless they are sure; release-outdated when consents, reviews or releases are not
 * as they were when it was made.
 */
export function publishRelease(db: Database, by: By, { draft, sure }: PublishAsked): number {
	return change(db, by, { action: 'make-releases', of: () => installation }, (note) => {
		const row = findDraft(db, draft);
		if (row?.state === 'published') return row.release!;
		const kept = row?.state === 'made' ? loadKept(db, draft) : null;
		if (!row || !kept) throw notThere();
		if (inputDigest(db, row) !== kept.inputs)
			throw new Problem(
				'release-outdated',
				'What is shared has changed since this release was made, or another was published. Make it again, and look at it again.'
			);
		if (!sure) throw new FormProblem({ sure: 'Confirm that the release is to be published.' });
		const last = db
			.select({ number: max(releases.number) })
			.from(releases)
			.get()!.number;
		const number = (last ?? 0) + 1;
		const document = JSON.stringify(kept.release);
		const digest = createHash('sha256').update(document).digest('hex');
		const author = authorOf(by.actor);
		const { example, title, from, to, version } = row;
		db.insert(releases)
			.values({
				...{ number, example, title, from, to, digest, document },
				...{ grounds: JSON.stringify(kept.grounds), publishedBy: author, publishedAt: by.at }
			})
			.run();
		db.update(releaseDrafts)
			.set({
				...{ state: 'published', release: number },
				...{ version: version + 1, changedBy: author, changedAt: by.at }
			})
			.where(eq(releaseDrafts.id, draft))
			.run();
		note({ verb: 'release-published', subject: String(number), facts: { draft, digest } });
		return number;
	});
}
