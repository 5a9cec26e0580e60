/** The organisations of an installation. */
import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';

export type Organisation = typeof organisations.$inferSelect;

/** Those of the real world, by name; not the example's. */
export function listOrganisations(db: Database): Organisation[] {
	return db
		.select()
		.from(organisations)
		.where(eq(organisations.example, false))
		.orderBy(asc(organisations.name))
		.all();
}

/** The organisation that looks after the installation; null before the set-up. */
export function findHost(db: Database): Organisation | null {
	return (
		db
			.select()
			.from(organisations)
			.where(and(eq(organisations.host, true), eq(organisations.example, false)))
			.get() ?? null
	);
}
