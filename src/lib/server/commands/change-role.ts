/** Gives a member of an organisation another role, and ends their sessions. */
import { and, eq } from 'drizzle-orm';
import type { Kept } from '#lib/pages/save-answer.ts';
import { authorOf, type Role } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { memberships } from '../db/schema/memberships.ts';
import { FormProblem, refuseFaults } from '../problems.ts';
import { findOrganisationResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { endSessions } from './end-sessions.ts';
import { keepAnAdministrator } from './last-administrator.ts';
import { findMembership, putMembership, roleFault } from './put-membership.ts';

/** Somebody else was faster: what stands there now. Nothing was changed. */
export type Conflict = { conflict: Kept };

type Asked = { membership: string; organisation: string; role: string; version: number };

/**
 * `version`: of the membership when it was last read. Returns the id of the membership that counts now, or what
 * stands there when that version is stale. Throws a Problem: form-invalid for a role that does not fit or is held
 * already; last-administrator; not-found.
 */
export function changeRole(
	db: Database,
	by: By,
	{ membership, organisation, version, ...asked }: Asked
): { membership: string } | Conflict {
	const of = () => findOrganisationResource(db, organisation);
	// Checked below, before anything is done with it.
	const role = asked.role as Role;
	return change(db, by, { action: 'choose-people', of }, (note) => {
		const kept = findOf(db, membership, organisation);
		if (kept.version !== version || kept.standing !== 'confirmed') return conflictOf(kept);
		refuseFaults({ role: roleFault(db, organisation, role) });
		if (role === kept.role) return { membership };
		keepAnAdministrator(db, kept);
		const person = kept.personId;
		const other = findMembership(db, { person, organisation, role });
		if (other?.standing === 'confirmed')
			throw new FormProblem({ role: 'This person has this role already.' });
		const authorship = { version: version + 1, changedBy: authorOf(by.actor), changedAt: by.at };
		const own = eq(memberships.id, membership);
		let counts = membership;
		if (other) {
			// They had this role before: that membership comes to life again, and this one ends.
			db.update(memberships)
				.set({ standing: 'revoked', ...authorship })
				.where(own)
				.run();
			counts = putMembership(db, by, { person, organisation, role }, 'confirmed');
		} else
			db.update(memberships)
				.set({ role, ...authorship })
				.where(own)
				.run();
		note({ verb: 'role-changed', organisation, subject: person, facts: { from: kept.role, role } });
		endSessions(db, by, person, note, { why: 'role' });
		return { membership: counts };
	});
}

/** A membership of this organisation. Throws not-found. */
export function findOf(db: Database, membership: string, organisation: string) {
	const kept = db
		.select()
		.from(memberships)
		.where(and(eq(memberships.id, membership), eq(memberships.organisationId, organisation)))
		.get();
	if (!kept) throw notThere();
	return kept;
}

export function conflictOf({ role, standing, ...kept }: typeof memberships.$inferSelect): Conflict {
	const texts = { role, standing };
	return { conflict: { texts, version: kept.version, by: kept.changedBy, at: kept.changedAt } };
}
