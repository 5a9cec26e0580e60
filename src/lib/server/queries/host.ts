/** The organisation that looks after the installation. */
import { and, eq } from 'drizzle-orm';
import type { OrganisationKind } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';

/** Null before the set-up. */
export function findHost(db: Database): { id: string; kind: OrganisationKind; name: string } | null {
	return (
		db
			.select({ id: organisations.id, kind: organisations.kind, name: organisations.name })
			.from(organisations)
			.where(and(eq(organisations.host, true), eq(organisations.example, false)))
			.get() ?? null
	);
}
