/** Ends somebody's membership: from now on they see nothing through it, and their sessions end. */
import { and, eq, ne } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { duties, memberships } from '../db/schema/memberships.ts';
import { reviews } from '../db/schema/reviews.ts';
import { findOrganisationResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, type NoteEvent } from './change.ts';
import { conflictOf, findOf, type Conflict } from './change-role.ts';
import { endSessions } from './end-sessions.ts';
import { keepAnAdministrator } from './last-administrator.ts';
import { takeDuty } from './revoke-duty.ts';

type Asked = { membership: string; organisation: string; version: number };

/**
 * `version`: of the membership when it was last read. Duties count only with a confirmed membership; with the last
 * one in an organisation, those in its reviews are taken back, and with the last one anywhere all of them, so that
 * none comes to life unseen when the person joins again. Throws a Problem: last-administrator; not-found.
 */
export function revokeMembership(
	db: Database,
	by: By,
	{ membership, organisation, version }: Asked
): { revoked: true } | Conflict {
	const of = () => findOrganisationResource(db, organisation);
	return change(db, by, { action: 'choose-people', of }, (note) => {
		const kept = findOf(db, membership, organisation);
		if (kept.version !== version || kept.standing === 'revoked') return conflictOf(kept);
		keepAnAdministrator(db, kept);
		db.update(memberships)
			.set({ standing: 'revoked', version: version + 1, changedBy: authorOf(by.actor), changedAt: by.at })
			.where(eq(memberships.id, membership))
			.run();
		note({ verb: 'membership-revoked', organisation, subject: kept.personId, facts: { role: kept.role } });
		endSessions(db, by, kept.personId, note, { why: 'role' });
		takeDuties(db, by, kept.personId, organisation, note);
		return { revoked: true };
	});
}

function takeDuties(db: Database, by: By, person: string, organisation: string, note: NoteEvent): void {
	const left = db
		.select({ organisation: memberships.organisationId })
		.from(memberships)
		.where(and(eq(memberships.personId, person), eq(memberships.standing, 'confirmed')))
		.all();
	const held = db
		.select({ id: duties.id, organisation: reviews.organisationId })
		.from(duties)
		.innerJoin(reviews, eq(reviews.id, duties.reviewId))
		.where(and(eq(duties.personId, person), ne(duties.standing, 'revoked')))
		.all();
	const isLeft = (id: string | null) => left.some((other) => other.organisation === id);
	for (const duty of held)
		if (left.length === 0 || (duty.organisation === organisation && !isLeft(organisation)))
			takeDuty(db, by, duty.id, note);
}
