/** Changes one's own name, as others read it. */
import { eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { people } from '../db/schema/people.ts';
import { FormProblem } from '../problems.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { personNameFault } from './name-faults.ts';

/** Throws a Problem: form-invalid for the name; not-found for who is no person. */
export function renamePerson(db: Database, by: By, written: string): void {
	const { actor, at } = by;
	if (actor.kind !== 'person') throw notThere();
	const name = written.trim();
	const fault = personNameFault(name);
	if (fault) throw new FormProblem({ name: fault });
	if (name === actor.name) return;
	const of = () => ({ kind: 'person', id: actor.id }) as const;
	change(db, by, { action: 'look-after-account', of }, (note) => {
		db.update(people)
			.set({ name, updatedAt: new Date(at) })
			.where(eq(people.id, actor.id))
			.run();
		note({ verb: 'person-renamed', subject: actor.id });
	});
}
