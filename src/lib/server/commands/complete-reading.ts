/** Marks a record as read to its end: no question of it is blank. */
import type { Database } from '../db/open.ts';
import { deskRecord, findDeskReading, whyDeskClosed, whyDeskStops, type DeskAsked } from '../queries/desk.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { holdReading } from './hold-reading.ts';
import { recordSubject } from './note-read.ts';

export type Completion =
	| { completed: true }
	/** Places in the instrument, from 0, and codes of the questions without an answer. */
	| { blanks: { position: number; code: string }[] }
	| { held: string }
	| { closed: string };

/** Throws a Problem not-found for a record that is not there or was not given to the actor. */
export function completeReading(db: Database, by: By, asked: DeskAsked): Completion {
	const closed = whyDeskClosed(db, by.actor, asked);
	if (closed) return { closed };
	return change(db, by, { action: 'read-record', of: deskRecord(db, asked) }, (note): Completion => {
		const found = findDeskReading(db, by.actor, asked);
		if (found.isComplete && found.heldBy === null) return { completed: true };
		const stops = whyDeskStops(found);
		if (stops) return stops;
		const blanks = found.instrument.questions
			.map(({ code }, position) => ({ position, code }))
			.filter(({ position }) => !found.answers.has(position));
		if (blanks.length > 0) return { blanks };
		holdReading(db, by, found, { state: 'complete' });
		note({
			verb: 'reading-completed',
			review: asked.review,
			subject: recordSubject(asked.source, asked.reference),
			facts: { reading: found.reading, answers: found.answers.size, changes: found.kept?.changes ?? 0 }
		});
		return { completed: true };
	});
}
