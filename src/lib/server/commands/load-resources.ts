/**
 * Loads the resources that the source documents name (fixtures/resources.json). They belong to no organisation and are
 * read in both worlds. Done at every start: one that is there as it is shipped is left alone.
 */
import { eq } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedResourcesSchema, type NamedResource } from '#lib/practice/entry.ts';
import { searchedText } from '#lib/practice/searched-text.ts';
import { authorOf, cairn } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { entries } from '../db/schema/community.ts';
import { fixturesFolder } from '../project-root.ts';
import { change } from './change.ts';
import { keepSearch } from './keep-search.ts';

/** Begins the ids of those that Cairn came with, so that none is taken for somebody's own. */
const own = 'named-';

/** `at` is the time now, ISO 8601. Throws a ZodError when the file is malformed. */
export function loadResources(
	db: Database,
	at: string,
	file: string = join(fixturesFolder, 'resources.json')
): void {
	const { resources } = namedResourcesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
	const asked = { action: 'look-after-installation', of: () => installation } as const;
	change(db, { actor: cairn, at }, asked, (note) => {
		let brought = 0;
		for (const resource of resources) {
			const id = `${own}${resource.id}`;
			const kept = db.select().from(entries).where(eq(entries.id, id)).get();
			const values = valuesOf(resource);
			if (kept && isAs(kept, values)) continue;
			if (kept) {
				const version = kept.version + 1;
				db.update(entries)
					.set({ ...values, version, changedBy: authorOf(cairn), changedAt: at })
					.where(eq(entries.id, id))
					.run();
			} else
				db.insert(entries)
					.values({
						...values,
						...{ id, kind: 'resource', organisationId: null, state: 'published', publishedAt: at },
						...{ writtenBy: authorOf(cairn), changedBy: authorOf(cairn), changedAt: at }
					})
					.run();
			keepSearch(db, `entry:${id}`, searchedText({ kind: 'resource', ...values }));
			brought += 1;
		}
		if (brought > 0) note({ verb: 'document-kept', subject: 'resources', facts: { brought } });
	});
}

function valuesOf({ title, publisher, year, link, licence, purpose, ...facts }: NamedResource) {
	return {
		title,
		texts: { publisher, year: year ?? '', link: link ?? '', licence, purpose },
		links: [],
		elements: facts.elements,
		careGroups: facts.careGroups as string[],
		namedIn: facts.namedIn
	};
}

/** A later Cairn may say something else of one. */
function isAs(kept: typeof entries.$inferSelect, values: ReturnType<typeof valuesOf>): boolean {
	const { title, texts, links, elements, careGroups, namedIn } = kept;
	return JSON.stringify({ title, texts, links, elements, careGroups, namedIn }) === JSON.stringify(values);
}
