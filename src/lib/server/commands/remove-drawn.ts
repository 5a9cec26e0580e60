/** Takes a draw back that nothing was given to yet: its records go, and who they were given to. Inside a change. */
import { and, eq, isNotNull } from 'drizzle-orm';
import { records, samples } from '../db/schema/evidence.ts';
import { givenRecords } from '../db/schema/memberships.ts';
import { passages } from '../db/schema/voices.ts';
import type { Database } from '../db/open.ts';
import { Problem } from '../problems.ts';
import { countOwnRecords, hasAnswers, listDrawn } from '../queries/drawing.ts';

/** Throws a Problem (draw-refused) when there are answers, readings or used replacements, or records that no draw put there. */
export function removeDrawn(db: Database, key: number): void {
	if (hasAnswers(db, key))
		throw new Problem(
			'draw-refused',
			'There are answers to this source already, so its sample stays as it is. Nothing was changed.'
		);
	if (listDrawn(db, key).some(({ standing }) => standing === 'used'))
		throw new Problem(
			'draw-refused',
			'A replacement was used already, so the sample stays as it is. Nothing was changed.'
		);
	if (countOwnRecords(db, key) > 0)
		throw new Problem(
			'draw-refused',
			'There are records in this source that were not drawn here, so nothing is drawn beside them. Nothing was changed.'
		);
	db.delete(givenRecords).where(eq(givenRecords.sourceId, key)).run();
	// Passages of notes stay; those of a record's answer go with it.
	db.delete(passages)
		.where(and(eq(passages.sourceId, key), isNotNull(passages.record)))
		.run();
	db.delete(records).where(eq(records.sourceId, key)).run();
	db.$client
		.prepare(
			`update frame_entries set standing = 'left', draw_order = null, record = null, stands_for = null, reason = null
			 where source_id = ? and standing <> 'left'`
		)
		.run(key);
	db.update(samples).set({ drawn: null, second: null }).where(eq(samples.sourceId, key)).run();
}
