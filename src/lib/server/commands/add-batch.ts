/** A part of the commands that take answers in: stores one named batch with its records, and names it on each. */
import { eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { batches, sources } from '../db/schema/evidence.ts';
import type { By } from './append-event.ts';
import type { AnswerColumns, CodedRecord } from '../imports/answer-columns.ts';
import { recordAnswers, type Recorded } from './record-answers.ts';

export type NewBatch = Pick<
	typeof batches.$inferInsert,
	'id' | 'name' | 'way' | 'format' | 'fileName' | 'fileDigest' | 'dropped' | 'duplicates'
>;

/** To be called inside a transaction; `key` is that of the source. Returns how much was stored. */
export function addBatch(
	db: Database,
	{ actor, at }: By,
	key: number,
	batch: NewBatch,
	records: Iterable<CodedRecord> | AnswerColumns
): Recorded {
	const authorship = { changedBy: authorOf(actor), changedAt: at };
	db.insert(batches)
		.values({ ...batch, sourceId: key, records: 0, answers: 0, takenInAt: at, ...authorship })
		.run();
	const recorded = recordAnswers(db, key, records, batch.id);
	const { records: count, answers } = recorded;
	db.update(batches).set({ records: count, answers }).where(eq(batches.id, batch.id)).run();
	db.update(sources).set(authorship).where(eq(sources.id, key)).run();
	return recorded;
}
