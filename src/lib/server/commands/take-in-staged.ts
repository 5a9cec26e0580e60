/** Takes a file that was sent and looked at into its source: all of it, as one named batch, and once. */
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { tidyText } from '#lib/judgement/written-text.ts';
import { sampleMismatch } from '#lib/measures/sample-mismatch.ts';
import type { Database } from '../db/open.ts';
import { stagedImports } from '../db/schema/imports.ts';
import { FormProblem, Problem } from '../problems.ts';
import { countKnown, type KnownCount } from '../queries/batches.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import { findStaged } from '../queries/staged-imports.ts';
import { addBatch } from './add-batch.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import type { AnswerColumns } from '../imports/answer-columns.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type TakeInAsked = {
	review: string;
	source: string;
	/** Id of the staged import. */
	staged: string;
	/** Of the batch; see `checkedBatchName`. */
	name: string;
	format: string;
	dropped: { column: string; values: number }[];
	duplicates: number;
	/** How many cells looked as if they named somebody, and were said not to. */
	falseAlarms: number;
	columns: AnswerColumns;
	/** The records that the source had when the columns were made. */
	known: KnownCount;
};

const longestName = 120;

/** Tidied. Throws a FormProblem for a name that is missing, too long, or may name somebody. */
export function checkedBatchName(name: string, confirmed: readonly string[] = []): string {
	const tidy = tidyText(name).replace(/\s+/g, ' ');
	if (tidy === '') throw new FormProblem({ name: 'Give the import a name.' });
	if (tidy.length > longestName) throw new FormProblem({ name: `Write at most ${longestName} letters.` });
	refuseIdentifiers({ name: tidy }, confirmed);
	return tidy;
}

/**
 * Returns the id of the batch; of a file that was taken in already, that of its batch. Throws a Problem: not-found;
 * changed-meanwhile when the source has other records than `known`, or when the file is not being taken in any more;
 * sample-mismatch.
 */
export function takeInStaged(db: Database, by: By, asked: TakeInAsked): string {
	const { review, staged, name, format, dropped, duplicates, falseAlarms, columns, known } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'take-in-answers', of }, (note) => {
		const { key, sample, recordCount, id: source } = findSource(db, review, asked.source);
		const row = findStaged(db, key, staged);
		if (!row) throw notThere();
		if (row.state === 'done' && row.batch !== null) return row.batch;
		const now = countKnown(db, key);
		if (row.state !== 'taking-in' || now.records !== known.records || now.last !== known.last)
			throw new Problem('changed-meanwhile', 'The source has changed meanwhile, so nothing was taken in.');
		const mismatch = sampleMismatch(sample, recordCount + columns.records.length);
		if (mismatch) throw new Problem('sample-mismatch', `${mismatch} Nothing was taken in.`);
		const { fileName, fileDigest } = row;
		const batch = {
			id: randomUUID(),
			name,
			way: 'file' as const,
			format,
			fileName,
			fileDigest,
			dropped,
			duplicates
		};
		const { records } = addBatch(db, by, key, batch, columns);
		db.update(stagedImports)
			.set({ state: 'done', batchId: batch.id, problem: null })
			.where(and(eq(stagedImports.sourceId, key), eq(stagedImports.id, staged)))
			.run();
		const facts = { batch: batch.id, records, duplicates, falseAlarms };
		note({ verb: 'answers-imported', organisation: of()!.organisation, review, subject: source, facts });
		return batch.id;
	});
}
