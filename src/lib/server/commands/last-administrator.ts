/** Sees to it that somebody is left who looks after the installation. */
import { and, count, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { memberships } from '../db/schema/memberships.ts';
import { organisations } from '../db/schema/organisations.ts';
import { Problem } from '../problems.ts';

type Membership = typeof memberships.$inferSelect;

/** Throws last-administrator when this membership is of the only confirmed administrator of the host. */
export function keepAnAdministrator(db: Database, { organisationId, role, standing }: Membership): void {
	if (role !== 'administrator' || standing !== 'confirmed') return;
	const hosted = db
		.select({ administrators: count() })
		.from(memberships)
		.innerJoin(organisations, eq(organisations.id, memberships.organisationId))
		.where(
			and(
				eq(memberships.organisationId, organisationId),
				eq(organisations.host, true),
				eq(memberships.role, 'administrator'),
				eq(memberships.standing, 'confirmed')
			)
		)
		.get();
	if (hosted?.administrators === 1)
		throw new Problem(
			'last-administrator',
			'This is the last administrator of the organisation that looks after Cairn. Make somebody else an administrator of it first.'
		);
}
