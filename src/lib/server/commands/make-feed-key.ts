/** Makes a key by which a spreadsheet reads the feed as one person. */
import { randomUUID } from 'node:crypto';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { feedKeys } from '../db/schema/comparing.ts';
import { newFeedKey } from '../feed-key.ts';
import { FormProblem } from '../problems.ts';
import { listFeedKeys } from '../queries/feed-keys.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

const longestTitle = 80;
const mostKeys = 10;

/**
 * Gives the key, which is kept nowhere: only its digest is. Throws a Problem: form-invalid for a title that is empty or
 * too long, or for more keys than somebody may have; names for a title that may name somebody; not-found for whoever
 * may not.
 */
export function makeFeedKey(
	db: Database,
	by: By,
	{ title, confirmed = [] }: { title: string; confirmed?: readonly string[] }
): { id: string; key: string } {
	const { actor } = by;
	if (actor.kind !== 'person') throw notThere();
	return change(db, by, { action: 'use-feed', of: () => installation }, (note) => {
		const named = title.trim();
		if (named === '') throw new FormProblem({ title: 'Say what the key is for.' });
		if (named.length > longestTitle)
			throw new FormProblem({ title: `Write at most ${longestTitle} letters.` });
		refuseIdentifiers({ title: named }, confirmed);
		const standing = listFeedKeys(db, actor.id).filter(({ revokedAt }) => revokedAt === null);
		if (standing.length >= mostKeys)
			throw new FormProblem({ title: `You have ${mostKeys} keys already. Revoke one that is not used.` });
		const { key, digest } = newFeedKey();
		const id = randomUUID();
		db.insert(feedKeys).values({ id, personId: actor.id, title: named, digest, madeAt: by.at }).run();
		note({ verb: 'feed-key-made', subject: actor.id });
		return { id, key };
	});
}
