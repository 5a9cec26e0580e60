/** Reads hot topics: questions to everybody, open and closed. Each world has its own. */
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { newestEdition } from '#lib/pages/framework-source.ts';
import { elementChoices } from '#lib/pages/element-choices.ts';
import { elementLinks } from '#lib/pages/element-links.ts';
import type { ElementChoice } from '#lib/pages/find-choices.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import { authorOf, type Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import { installation, type TopicResource } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { remarks, topics, usefulMarks } from '../db/schema/community.ts';
import { Problem } from '../problems.ts';
import { listDocuments } from './documents.ts';
import { countUseful, organisationNames } from './entries.ts';
import { listRemarks } from './remarks.ts';
import { searchShared } from './shared-search.ts';
import { worldOf } from './world.ts';
import { isOwnOf } from './writing-for.ts';

export type TopicRow = typeof topics.$inferSelect;

export type TopicLine = {
	id: string;
	title: string;
	/** Name of the organisation that asked; null for one that is not there any more. */
	whose: string | null;
	/** ISO 8601. */
	openedAt: string;
	closedAt: string | null;
	/** What was answered in short, once it is closed. */
	summary: string;
	elements: string[];
	answers: number;
	/** How many organisations find it useful. */
	useful: number;
};

/** What topics and entries are about: standards, core components, changes, themes, in their newest editions. */
export function listTopicElements(db: Database): ElementChoice[] {
	return elementChoices(listDocuments(db, 'framework'), topicReferences(db));
}

const topicReferences = (db: Database) =>
	['sds-standards', 'sds-change-map', 'thematic-review'].map((id) =>
		referenceOf(newestEdition(listDocuments(db, 'framework'), id))
	);

/** Those of the actor's world that they may see, newest first; withdrawn ones are in no list. */
export function listTopics(db: Database, actor: Actor): TopicLine[] {
	const rows = db
		.select()
		.from(topics)
		.where(eq(topics.example, worldOf(actor) === 'example'))
		.orderBy(desc(topics.openedAt), topics.id)
		.all()
		.filter((row) => row.withdrawnAt === null && may(actor, 'see-topic', topicResource(row)).yes);
	if (rows.length === 0) return [];
	const [names, useful, answers] = [organisationNames(db), countUseful(db, worldOf(actor)), countAnswers(db)];
	return rows.map(({ id, title, organisationId, openedAt, closedAt, summary, elements }) => ({
		...{ id, title, openedAt, closedAt, summary, elements },
		whose: organisationId === null ? null : (names.get(organisationId) ?? null),
		answers: answers.get(`topic:${id}`) ?? 0,
		useful: useful.get(`topic:${id}`) ?? 0
	}));
}

/** Those that hold the words, the best first; all of them without any. */
export function findTopics(db: Database, actor: Actor, words: string): TopicLine[] {
	const hits = searchShared(db, 'topic', words.slice(0, 500));
	const all = listTopics(db, actor);
	if (hits === null) return all;
	const byId = new Map(all.map((topic) => [topic.id, topic]));
	return hits.flatMap(({ id }) => byId.get(id) ?? []);
}

/** What the actor opened themselves and withdrew, to bring it back; the last withdrawn first. */
export function listOwnWithdrawn(db: Database, actor: Actor) {
	if (actor.kind !== 'person') return [];
	return db
		.select({ id: topics.id, title: topics.title, withdrawnAt: topics.withdrawnAt })
		.from(topics)
		.where(and(eq(topics.writtenBy, actor.id), isNotNull(topics.withdrawnAt)))
		.orderBy(desc(topics.withdrawnAt))
		.all()
		.map((row) => ({ ...row, withdrawnAt: row.withdrawnAt! }));
}

/** Throws a not-found Problem; whether it is withdrawn says the row. */
export function findTopicRow(db: Database, id: string): TopicRow {
	const row = db.select().from(topics).where(eq(topics.id, id)).get();
	if (row) return row;
	throw new Problem('not-found', `There is no topic “${id}”.`);
}

export const topicResource = ({ id, example, writtenBy, withdrawnAt }: TopicRow): TopicResource => ({
	kind: 'topic',
	id,
	example,
	openedBy: writtenBy,
	withdrawn: withdrawnAt !== null
});

/** A topic with whose question it is, its answers, and what the actor may do with it; a not-found Problem without one. */
export function loadTopic(db: Database, actor: Actor, id: string) {
	const row = findTopicRow(db, id);
	const about = `topic:${id}`;
	const joinsIn = may(actor, 'join-in', installation).yes;
	const { title, text, summary, openedAt, closedAt, withdrawnAt, elements, organisationId } = row;
	return {
		...{ id, title, text, summary, openedAt, closedAt, withdrawnAt },
		whose: organisationId === null ? null : (organisationNames(db).get(organisationId) ?? null),
		about: elementLinks(listDocuments(db, 'framework'), topicReferences(db), elements),
		answers: listRemarks(db, actor, about),
		useful: {
			count: countUseful(db, worldOf(actor)).get(about) ?? 0,
			mine: hasMarked(db, actor, about),
			/** Others say whether it is useful to them, not who asks. */
			may: joinsIn && withdrawnAt === null && !isOwnOf(db, actor, organisationId)
		},
		joinsIn,
		mayClose: may(actor, 'close-topic', topicResource(row)).yes
	};
}

function hasMarked(db: Database, actor: Actor, about: string): boolean {
	const own = and(eq(usefulMarks.about, about), eq(usefulMarks.personId, authorOf(actor)));
	return db.select({ at: usefulMarks.at }).from(usefulMarks).where(own).get() !== undefined;
}

function countAnswers(db: Database): ReadonlyMap<string, number> {
	const rows = db
		.select({ about: remarks.about, withdrawnAt: remarks.withdrawnAt })
		.from(remarks)
		.all()
		.filter(({ withdrawnAt }) => withdrawnAt === null);
	return new Map([...Map.groupBy(rows, ({ about }) => about)].map(([about, all]) => [about, all.length]));
}
