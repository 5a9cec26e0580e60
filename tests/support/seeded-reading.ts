/** Puts a reading of a record there, with remarks and with an answer that was settled: for a world full of canaries. */
import type { Database } from '#lib/server/db/open.ts';
import { adjudications, readingComments, readings } from '#lib/server/db/schema/readings.ts';
import { findSource } from '#lib/server/queries/sources.ts';

export type SeededReading = {
	review: string;
	source: string;
	/** Number of the record in its source. */
	record: number;
	/** Id of who read it. */
	person: string;
	/** Stands in everything that was written. */
	written: string;
	/** Whether it is done; else it goes on. */
	complete: boolean;
	by: string;
	/** ISO 8601. */
	at: string;
};

export function seedReading(db: Database, seeded: SeededReading): void {
	const { review, source, record, person, written, complete, by, at } = seeded;
	const sourceId = findSource(db, review, source).key;
	const authorship = { changedBy: by, changedAt: at };
	db.insert(readings)
		.values({
			sourceId,
			record,
			reading: 1,
			personId: person,
			state: complete ? 'complete' : 'in-progress',
			startedAt: at,
			completedAt: complete ? at : null,
			comment: written,
			...authorship
		})
		.run();
	db.insert(readingComments)
		.values({ sourceId, record, reading: 1, question: 0, text: written, ...authorship })
		.run();
	db.insert(adjudications)
		.values({ sourceId, record, question: 1, value: 1, text: written, reason: written, ...authorship })
		.run();
}
