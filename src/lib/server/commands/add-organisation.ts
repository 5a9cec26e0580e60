/** Adds an organisation. The first one looks after the installation. */
import { eq } from 'drizzle-orm';
import { authorOf, type OrganisationKind } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';
import { FormProblem } from '../problems.ts';
import { findPlace } from '../queries/partnerships.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { organisationNameFault } from './name-faults.ts';

export type NewOrganisation = {
	kind: OrganisationKind;
	name: string;
	/** Code of the integration authority; for a partnership only. */
	partnership?: string | null;
};

/**
 * Returns the id of the organisation, made from its name. Throws a Problem: form-invalid for a name or a code that
 * cannot be, or that another organisation has; not-found for whoever may not.
 */
export function addOrganisation(db: Database, by: By, { kind, name, partnership }: NewOrganisation): string {
	return change(db, by, { action: 'look-after-installation', of: () => installation }, (note) => {
		const others = db.select().from(organisations).where(eq(organisations.example, false)).all();
		const code = kind === 'partnership' ? partnershipCode(db, partnership ?? '') : null;
		const taken = others.find((other) => code !== null && other.partnership === code);
		if (taken) throw new FormProblem({ partnership: `${taken.name} is this partnership already.` });
		const named = name.trim();
		const fault = organisationNameFault(named, others);
		if (fault) throw new FormProblem({ name: fault });
		const id = freeId(db, named);
		const host = !others.some((other) => other.host);
		db.insert(organisations)
			.values({
				id,
				kind,
				name: named,
				partnership: code,
				host,
				changedBy: authorOf(by.actor),
				changedAt: by.at
			})
			.run();
		note({ verb: 'organisation-added', organisation: id, facts: { kind, host }, after: named });
		return id;
	});
}

function partnershipCode(db: Database, given: string): string {
	const place = findPlace(db, given);
	if (!place || place.example) throw new FormProblem({ partnership: 'Choose which partnership it is.' });
	return place.code;
}

/** The name in small letters and hyphens; with a number where another has that. */
function freeId(db: Database, name: string): string {
	const plain =
		name
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-|-$/g, '')
			.slice(0, 60)
			.replace(/-$/, '') || 'organisation';
	const isFree = (id: string) =>
		db.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id)).get() ===
		undefined;
	for (let number = 1; ; number += 1) {
		const id = number === 1 ? plain : `${plain}-${number}`;
		if (isFree(id)) return id;
	}
}
