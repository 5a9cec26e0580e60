/** Writes the row of a reading for the commands of the desk: whoever changes anything first holds it. Inside a change. */
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { readings } from '../db/schema/readings.ts';
import type { DeskReading } from '../queries/desk.ts';
import type { By } from './append-event.ts';

export type Held = {
	state: 'in-progress' | 'complete';
	/** Answers that this changes after they were given. */
	changes?: number;
	/** On the record as a whole; left out where it stays. */
	comment?: string;
};

/** A reading that nobody began begins now; one that was taken back from somebody passes on. */
export function holdReading(db: Database, by: By, found: DeskReading, held: Held): void {
	const { kept, source, record, reading } = found;
	const row = {
		personId: by.actor.kind === 'person' ? by.actor.id : null,
		state: held.state,
		completedAt: held.state === 'complete' ? (kept?.completedAt ?? by.at) : null,
		changes: (kept?.changes ?? 0) + (held.changes ?? 0),
		comment: held.comment ?? kept?.comment ?? '',
		changedBy: authorOf(by.actor),
		changedAt: by.at
	};
	db.insert(readings)
		.values({ sourceId: source.key, record, reading, startedAt: by.at, ...row })
		.onConflictDoUpdate({ target: [readings.sourceId, readings.record, readings.reading], set: row })
		.run();
}
