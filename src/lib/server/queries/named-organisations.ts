/** The partnerships that agreed to be named in the newest release of one's world: they may be written to about it. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';
import { newestRelease } from './releases.ts';
import { worldOf } from './world.ts';

/** Ids of their organisations; none while there is no release, or for who may not see it. */
export function listNamedOrganisations(db: Database, actor: Actor): string[] {
	if (!may(actor, 'see-releases', installation).yes) return [];
	const cells = newestRelease(db, actor)?.release.cells ?? [];
	const codes = new Set(cells.flatMap(({ named }) => named.map(({ partnership }) => partnership)));
	if (codes.size === 0) return [];
	return db
		.select({ id: organisations.id })
		.from(organisations)
		.where(
			and(
				eq(organisations.kind, 'partnership'),
				eq(organisations.example, worldOf(actor) === 'example'),
				inArray(organisations.partnership, [...codes])
			)
		)
		.all()
		.map(({ id }) => id);
}
