/** What a remark or a mark is about: an entry or a topic that somebody sees and may say something to. */
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { findEntryResource, findTopicResource } from './resources.ts';
import { eq } from 'drizzle-orm';
import { entries, topics } from '../db/schema/community.ts';

export type SharedAbout = {
	kind: 'entry' | 'topic';
	id: string;
	/** Id of the organisation whose it is; null for what Cairn came with. */
	organisation: string | null;
	/** Of a topic: it takes no more answers. */
	closed: boolean;
};

/** `about`: `entry:<id>` or `topic:<id>`. Null for what is not there, not published, or not the actor's to see. */
export function findSharedAbout(db: Database, actor: Actor, about: string): SharedAbout | null {
	const id = about.slice(about.indexOf(':') + 1);
	if (about.startsWith('entry:')) return aboutEntry(db, actor, id);
	return about.startsWith('topic:') ? aboutTopic(db, actor, id) : null;
}

function aboutEntry(db: Database, actor: Actor, id: string): SharedAbout | null {
	const resource = findEntryResource(db, id);
	if (!resource || resource.state !== 'published' || resource.withdrawn) return null;
	if (!may(actor, 'see-entry', resource).yes) return null;
	const row = db.select({ of: entries.organisationId }).from(entries).where(eq(entries.id, id)).get();
	return { kind: 'entry', id, organisation: row?.of ?? null, closed: false };
}

function aboutTopic(db: Database, actor: Actor, id: string): SharedAbout | null {
	const resource = findTopicResource(db, id);
	if (!resource || resource.withdrawn || !may(actor, 'see-topic', resource).yes) return null;
	const row = db.select().from(topics).where(eq(topics.id, id)).get();
	return row ? { kind: 'topic', id, organisation: row.organisationId, closed: row.closedAt !== null } : null;
}
