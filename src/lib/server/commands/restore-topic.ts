/** Brings a withdrawn topic back, as it was. */
import { eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { topics } from '../db/schema/community.ts';
import { findTopicResource } from '../queries/resources.ts';
import { findTopicRow } from '../queries/topics.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { keepSearch } from './keep-search.ts';

/** By who opened it, or an editor; one that stands stays. Throws a Problem not-found otherwise. */
export function restoreTopic(db: Database, by: By, { topic }: { topic: string }): void {
	change(db, by, { action: 'close-topic', of: () => findTopicResource(db, topic) }, (note) => {
		const row = findTopicRow(db, topic);
		if (!row.withdrawnAt) return;
		db.update(topics)
			.set({
				...{ withdrawnAt: null, version: row.version + 1 },
				...{ changedBy: authorOf(by.actor), changedAt: by.at }
			})
			.where(eq(topics.id, topic))
			.run();
		const body = [row.text, row.summary].filter((part) => part !== '').join('\n');
		keepSearch(db, `topic:${topic}`, { title: row.title, body });
		note({ verb: 'topic-restored', organisation: row.organisationId, subject: topic });
	});
}
