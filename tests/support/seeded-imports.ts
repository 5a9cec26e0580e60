/** What came in from files in a seeded review: an import, what was said of its columns, and a file that was refused. */
import type { Database } from '#lib/server/db/open.ts';
import { batches } from '#lib/server/db/schema/evidence.ts';
import { importMappings, stagedImports } from '#lib/server/db/schema/imports.ts';
import { findSource } from '#lib/server/queries/sources.ts';

export type SeededImports = {
	review: string;
	/** Slug of the source. */
	source: string;
	/** A word that stands for what is inside the review. */
	inside: string;
	/** Id of the organisation that carries the review out. */
	organisation: string;
	by: string;
	at: string;
};

/** Returns the ids of the import and of the file that was refused. */
export function seedImports(
	db: Database,
	{ review, source, inside, organisation, by, at }: SeededImports
): { batch: string; staged: string } {
	const { key: sourceId } = findSource(db, review, source);
	const [batch, staged] = [`batch-of-${review}`, `staged-of-${review}`];
	const authorship = { changedBy: by, changedAt: at };
	db.insert(batches)
		.values({
			id: batch,
			sourceId,
			name: `Import ${inside}`,
			way: 'file',
			format: 'microsoft-forms',
			fileName: `${inside}.csv`,
			fileDigest: 'a'.repeat(64),
			records: 0,
			answers: 0,
			dropped: [{ column: `Column ${inside}`, values: 2 }],
			takenInAt: at,
			withdrawnAt: at,
			reason: `Withdrawn ${inside}`,
			...authorship
		})
		.run();
	db.insert(importMappings)
		.values({
			id: `mapping-of-${review}`,
			reviewId: review,
			organisationId: organisation,
			instrument: 'none',
			headerDigest: 'b'.repeat(64),
			mapping: { said: inside },
			...authorship
		})
		.run();
	db.insert(stagedImports)
		.values({
			id: staged,
			sourceId,
			fileName: `${inside}.xlsx`,
			fileDigest: 'c'.repeat(64),
			batchId: batch,
			state: 'refused',
			problem: { code: 'table-refused', message: `Refused ${inside}`, details: [] },
			startedAt: at,
			expiresAt: '2099-01-01T00:00:00.000Z',
			...authorship
		})
		.run();
	db.$client.prepare('update records set batch_id = ? where source_id = ?').run(batch, sourceId);
	return { batch, staged };
}
