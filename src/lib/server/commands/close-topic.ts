/** Closes a hot topic with a summary of what was answered. */
import { eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { topics } from '../db/schema/community.ts';
import { FormProblem } from '../problems.ts';
import { findTopicResource } from '../queries/resources.ts';
import { findTopicRow } from '../queries/topics.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { keepSearch } from './keep-search.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';
import { checkedSummary } from './topic-texts.ts';

/**
 * By who opened it, or an editor. Throws a Problem: not-found for what is not there or theirs; form-invalid for a
 * summary that is missing or may name somebody, and for a topic that is closed or withdrawn already.
 */
export function closeTopic(
	db: Database,
	by: By,
	asked: { topic: string; summary: string; confirmed?: readonly string[] }
): void {
	const { topic } = asked;
	change(db, by, { action: 'close-topic', of: () => findTopicResource(db, topic) }, (note) => {
		const row = findTopicRow(db, topic);
		if (row.withdrawnAt) throw new FormProblem({}, 'This topic was withdrawn');
		if (row.closedAt) throw new FormProblem({}, 'This topic is closed already');
		const summary = checkedSummary(asked.summary);
		refuseIdentifiers({ summary }, asked.confirmed);
		db.update(topics)
			.set({
				...{ summary, closedAt: by.at, version: row.version + 1 },
				...{ changedBy: authorOf(by.actor), changedAt: by.at }
			})
			.where(eq(topics.id, topic))
			.run();
		keepSearch(db, `topic:${topic}`, { title: row.title, body: `${row.text}\n${summary}` });
		note({ verb: 'topic-closed', organisation: row.organisationId, subject: topic, after: summary });
	});
}
