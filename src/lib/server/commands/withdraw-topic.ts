/** Withdraws a hot topic: it is in no list and no search any more, and can be brought back. */
import { eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { topics } from '../db/schema/community.ts';
import { findTopicResource } from '../queries/resources.ts';
import { findTopicRow } from '../queries/topics.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { keepSearch } from './keep-search.ts';

/** By who opened it, or an editor; withdrawn already, it stays so. Throws a Problem not-found otherwise. */
export function withdrawTopic(db: Database, by: By, { topic }: { topic: string }): void {
	change(db, by, { action: 'close-topic', of: () => findTopicResource(db, topic) }, (note) => {
		const row = findTopicRow(db, topic);
		if (row.withdrawnAt) return;
		db.update(topics)
			.set({
				...{ withdrawnAt: by.at, version: row.version + 1 },
				...{ changedBy: authorOf(by.actor), changedAt: by.at }
			})
			.where(eq(topics.id, topic))
			.run();
		keepSearch(db, `topic:${topic}`, null);
		note({ verb: 'topic-withdrawn', organisation: row.organisationId, subject: topic });
	});
}
