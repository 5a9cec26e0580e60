/** Opens a record again that was read to its end, to change answers in it. */
import type { Database } from '../db/open.ts';
import { deskRecord, findDeskReading, whyDeskClosed, whyDeskStops, type DeskAsked } from '../queries/desk.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { holdReading } from './hold-reading.ts';
import { recordSubject } from './note-read.ts';

/** Throws a Problem not-found for a record that is not there or was not given to the actor. */
export function reopenReading(
	db: Database,
	by: By,
	asked: DeskAsked
): { reopened: true } | { held: string } | { closed: string } {
	const closed = whyDeskClosed(db, by.actor, asked);
	if (closed) return { closed };
	return change(db, by, { action: 'read-record', of: deskRecord(db, asked) }, (note) => {
		const found = findDeskReading(db, by.actor, asked);
		const stops = whyDeskStops(found);
		if (stops) return stops;
		if (!found.isComplete) return { reopened: true as const };
		holdReading(db, by, found, { state: 'in-progress' });
		note({
			verb: 'reading-reopened',
			review: asked.review,
			subject: recordSubject(asked.source, asked.reference),
			facts: { reading: found.reading }
		});
		return { reopened: true as const };
	});
}
