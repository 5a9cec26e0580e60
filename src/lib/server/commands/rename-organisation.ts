/** Gives an organisation another name; its id, and with it every address, stays. */
import { and, eq, ne } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';
import { FormProblem } from '../problems.ts';
import { findOrganisationResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import type { Conflict } from './change-role.ts';
import { change, notThere } from './change.ts';
import { organisationNameFault } from './name-faults.ts';

/**
 * `version`: of the organisation when its name was last read. Returns the new version, or what stands there now when
 * that version is stale. Throws a Problem: form-invalid; not-found for whoever may not.
 */
export function renameOrganisation(
	db: Database,
	by: By,
	{ organisation, name, version }: { organisation: string; name: string; version: number }
): { version: number } | Conflict {
	const of = () => findOrganisationResource(db, organisation);
	return change(db, by, { action: 'choose-people', of }, (note) => {
		const kept = db.select().from(organisations).where(eq(organisations.id, organisation)).get();
		if (!kept) throw notThere();
		if (kept.version !== version) {
			const { name: now, changedBy, changedAt } = kept;
			return {
				conflict: { texts: { name: now }, version: kept.version, by: changedBy, at: changedAt }
			};
		}
		const named = name.trim();
		const others = db
			.select()
			.from(organisations)
			.where(and(ne(organisations.id, organisation), eq(organisations.example, kept.example)))
			.all();
		const fault = organisationNameFault(named, others);
		if (fault) throw new FormProblem({ name: fault });
		if (named === kept.name) return { version };
		const next = version + 1;
		db.update(organisations)
			.set({ name: named, version: next, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(and(eq(organisations.id, organisation), eq(organisations.version, version)))
			.run();
		note({ verb: 'organisation-renamed', organisation, before: kept.name, after: named });
		return { version: next };
	});
}
