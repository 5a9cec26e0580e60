/**
 * The one path for writes: may it be done → one transaction → the event inside it. What is not allowed answers as
 * what is not there; a change that tells nothing to the trail is a fault of ours and is rolled back.
 */
import { may, type Action } from '../access/may.ts';
import type { Resource } from '../access/resource.ts';
import { asDiskFull } from '../db/disk-full.ts';
import type { Database } from '../db/open.ts';
import type { Note } from '../trail/event.ts';
import { Problem } from '../problems.ts';
import { appendEvent, type By } from './append-event.ts';

export type Asked = {
	action: Action;
	/** Finds what is to be changed; null when it is not there. Called inside the transaction. */
	of: () => Resource | null;
};

/** Notes an event of this change; a change may have several, and a refused one (a conflict) none. */
export type NoteEvent = (note: Note) => void;

/**
 * Runs `work` in one immediate transaction and returns what it returns. Throws a Problem: not-found when the resource
 * is not there or the actor may not; disk-full; whatever `work` throws. Nothing is kept of a change that throws.
 */
export function change<Result>(
	db: Database,
	by: By,
	{ action, of }: Asked,
	work: (note: NoteEvent) => Result
): Result {
	try {
		return db.transaction(
			() => {
				const resource = of();
				const verdict = resource && may(by.actor, action, resource);
				if (!verdict?.yes) throw notThere();
				const before = totalChanges(db);
				let noted = 0;
				const result = work((note) => {
					appendEvent(db, by, note);
					noted += 1;
				});
				if (noted === 0 && totalChanges(db) !== before)
					throw new Error(`A change (${action}) was made without an event`);
				return result;
			},
			{ behavior: 'immediate' }
		);
	} catch (error) {
		throw asDiskFull(error) ?? error;
	}
}

/** The same words for what is not there and for what one may not see. */
export const notThere = () => new Problem('not-found', 'There is nothing at this address that you can see.');

function totalChanges(db: Database): number {
	return db.$client.prepare('select total_changes()').pluck().get() as number;
}
