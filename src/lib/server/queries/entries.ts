/** Reads what partnerships share with one another: practice, resources, tests of change. */
import { and, desc, eq, isNull, or } from 'drizzle-orm';
import type { EntryKind, Geography } from '#lib/practice/entry-kinds.ts';
import { notStated } from '#lib/practice/entry-parts.ts';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { entries, usefulMarks } from '../db/schema/community.ts';
import { organisations } from '../db/schema/organisations.ts';
import { people } from '../db/schema/people.ts';
import { notFound } from '../problems.ts';
import { worldOf, type World } from './world.ts';

export type EntryRow = typeof entries.$inferSelect;

/** An entry in a list. */
export type EntryLine = {
	id: string;
	kind: EntryKind;
	title: string;
	/** Name of the organisation that shares it, and its id; null for a resource that Cairn came with. */
	whose: string | null;
	organisation: string | null;
	/** Of a resource: who published it and, where that is known, in which year; null where nobody says. */
	publisher: string | null;
	geography: Geography | null;
	/** Step of the readiness scale, 0 to 4. */
	stage: number | null;
	/** Codes of what it serves. */
	elements: string[];
	/** How many organisations of one's world said that it is useful to them. */
	useful: number;
	/** Others may write to its partnership about it. */
	contact: boolean;
};

/** Published entries that serve any of these elements, themselves and no others (branchOf), newest first. */
export function listEntriesFor(
	db: Database,
	actor: Actor,
	{ elements }: { elements: readonly string[] }
): EntryLine[] {
	const asked = new Set(elements);
	const rows = listPublished(db, actor).filter((row) => row.elements.some((code) => asked.has(code)));
	return toLines(db, actor, rows);
}

/** What is published in the actor's world, newest first, then what Cairn came with; nothing for who may not see it. */
export function listPublished(db: Database, actor: Actor): EntryRow[] {
	const own = eq(entries.example, worldOf(actor) === 'example');
	return db
		.select()
		.from(entries)
		.where(
			and(
				eq(entries.state, 'published'),
				isNull(entries.withdrawnAt),
				or(own, isNull(entries.organisationId))
			)
		)
		.orderBy(isNull(entries.organisationId), desc(entries.publishedAt), entries.id)
		.all()
		.filter((row) => may(actor, 'see-entry', entryResource(row)).yes);
}

export const entryResource = ({ id, organisationId, example, state, withdrawnAt }: EntryRow) => ({
	kind: 'entry' as const,
	id,
	organisation: organisationId,
	example,
	state,
	withdrawn: withdrawnAt !== null
});

export function toLines(db: Database, actor: Actor, rows: readonly EntryRow[]): EntryLine[] {
	const names = organisationNames(db);
	const useful = countUseful(db, worldOf(actor));
	return rows.map(({ id, kind, title, texts, organisationId, geography, stage, elements, contact }) => ({
		...{ id, kind, title, geography, stage, elements, contact },
		whose: organisationId === null ? null : (names.get(organisationId) ?? null),
		organisation: organisationId,
		publisher: publisherOf(texts),
		useful: useful.get(`entry:${id}`) ?? 0
	}));
}

function publisherOf({ publisher = '', year = '' }: EntryRow['texts']): string | null {
	if (publisher === '' || publisher === notStated) return null;
	return year === '' ? publisher : `${publisher}, ${year}`;
}

export const organisationNames = (db: Database): ReadonlyMap<string, string> =>
	new Map(
		db
			.select({ id: organisations.id, name: organisations.name })
			.from(organisations)
			.all()
			.map(({ id, name }) => [id, name])
	);

/**
 * Of each entry and topic, by `entry:<id>` or `topic:<id>`, how many organisations find it useful; only people of one
 * world count, for what Cairn came with is read in both.
 */
export function countUseful(db: Database, world: World): ReadonlyMap<string, number> {
	const marks = db
		.select({ about: usefulMarks.about, of: usefulMarks.organisationId })
		.from(usefulMarks)
		.innerJoin(people, eq(people.id, usefulMarks.personId))
		.where(eq(people.demo, world === 'example'))
		.all();
	const byAbout = Map.groupBy(marks, ({ about }) => about);
	return new Map([...byAbout].map(([about, each]) => [about, new Set(each.map(({ of }) => of)).size]));
}

/** The row of an entry, however it stands. Throws a not-found Problem. */
export function findEntryRow(db: Database, id: string): EntryRow {
	const row = db.select().from(entries).where(eq(entries.id, id)).get();
	if (row) return row;
	throw notFound('entry', id);
}
