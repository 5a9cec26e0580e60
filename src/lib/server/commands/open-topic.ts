/** Opens a hot topic: a question to everybody of one's world. */
import { randomUUID } from 'node:crypto';
import { authorOf } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { topics } from '../db/schema/community.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { keepSearch } from './keep-search.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';
import { checkedTopic, type TopicTexts } from './topic-texts.ts';

/**
 * Returns its id. Throws a Problem: not-found for who may not join in; form-invalid, field by field, also for words
 * that may name somebody and were not confirmed.
 */
export function openTopic(
	db: Database,
	by: By,
	asked: TopicTexts & { confirmed?: readonly string[] }
): string {
	return change(db, by, { action: 'join-in', of: () => installation }, (note) => {
		const { title, text, elements, organisation } = checkedTopic(db, by.actor, asked);
		refuseIdentifiers({ title, text }, asked.confirmed);
		const id = idOf(title);
		const author = authorOf(by.actor);
		db.insert(topics)
			.values({
				...{ id, title, text, elements, organisationId: organisation },
				example: by.actor.kind === 'person' && by.actor.demo,
				...{ writtenBy: author, openedAt: by.at, changedBy: author, changedAt: by.at }
			})
			.run();
		keepSearch(db, `topic:${id}`, { title, body: text });
		note({
			verb: 'topic-opened',
			organisation,
			subject: id,
			facts: { elements: elements.length },
			after: `${title}\n\n${text}`
		});
		return id;
	});
}

/** Of the first words of the title; the end is by chance, so that no name tells what the other world asks. */
function idOf(title: string): string {
	const words = title
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '');
	const stem = words.slice(0, 8).join('-').slice(0, 60).replace(/-$/, '') || 'topic';
	return `${stem}-${randomUUID().slice(0, 6)}`;
}
