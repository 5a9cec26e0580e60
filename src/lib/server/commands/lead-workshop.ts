/** Leads a workshop on: writes its row anew, for the commands of whoever holds it. Part of a change. */
import { eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { workshops } from '../db/schema/judging.ts';
import { Problem } from '../problems.ts';
import { findHeldWorkshop, type OpenWorkshop } from '../queries/workshops.ts';
import type { By } from './append-event.ts';

type Step = Partial<Pick<typeof workshops.$inferInsert, 'joinCode' | 'element' | 'state'>>;

/** From its last step on a workshop lives for some hours more. */
export function leadWorkshop(db: Database, by: By, { id, version }: OpenWorkshop, step: Step): void {
	db.update(workshops)
		.set({ ...step, version: version + 1, changedBy: authorOf(by.actor), changedAt: by.at })
		.where(eq(workshops.id, id))
		.run();
}

/** The workshop that goes on. Throws a Problem changed-meanwhile where none does any more. */
export function heldWorkshop(db: Database, by: By, review: string): OpenWorkshop {
	const held = findHeldWorkshop(db, review, by.at);
	if (held) return held;
	throw new Problem('changed-meanwhile', 'The workshop is over. Open another to go on.');
}

/** The same, with a certain component in hand. Throws a Problem changed-meanwhile where it has another. */
export function workshopOn(db: Database, by: By, review: string, element: string): OpenWorkshop {
	const held = heldWorkshop(db, by, review);
	if (held.element === element) return held;
	throw new Problem(
		'changed-meanwhile',
		'Somebody else who leads this workshop has put another component to it meanwhile. Look at what is in hand now.'
	);
}
