/**
 * Withdraws a batch: its records go, with all that hangs on them, and the batch stays, told as withdrawn and with the
 * digest of its file. Counts change at once, and the same file can be brought in again.
 */
import { and, eq } from 'drizzle-orm';
import { tidyText } from '#lib/judgement/written-text.ts';
import { sampleMismatch } from '#lib/measures/sample-mismatch.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { batches, sources } from '../db/schema/evidence.ts';
import { FormProblem, Problem } from '../problems.ts';
import { countBatch, findBatch, listBatchRanges, type BatchHoldings } from '../queries/batches.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type WithdrawBatchAsked = {
	review: string;
	source: string;
	/** Id of the batch. */
	batch: string;
	/** Why; kept with the batch and with the event. */
	reason: string;
	/** What looks like an identifier in the reason and was confirmed as naming nobody. */
	confirmed?: readonly string[];
};

/** Letters. */
const longest = 2000;

/** What hangs on a record, without its own row; the tables name it by source and number. */
const hanging = ['adjudications', 'reading_comments', 'readings', 'given_records', 'passages'] as const;

/**
 * Returns what went; nothing more when it was withdrawn already. Throws a Problem: not-found; form-invalid without a
 * reason, or for one that may name somebody; sample-mismatch when what is left would contradict the sample.
 */
export function withdrawBatch(db: Database, by: By, asked: WithdrawBatchAsked): BatchHoldings {
	const { review, batch: id } = asked;
	const reason = checkedReason(asked);
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'take-in-answers', of }, (note) => {
		const { key, sample, recordCount, id: source } = findSource(db, review, asked.source);
		const batch = findBatch(db, key, id);
		if (!batch) throw notThere();
		const gone = countBatch(db, key, id);
		if (batch.withdrawnAt !== null) return gone;
		const mismatch = sampleMismatch(sample, recordCount - gone.records);
		if (mismatch)
			throw new Problem(
				'sample-mismatch',
				`Without this batch: ${mismatch} Mend what is said of the sample first. Nothing was withdrawn.`
			);
		removeRecords(db, key, id);
		const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
		db.update(batches)
			.set({ withdrawnAt: by.at, reason })
			.where(and(eq(batches.sourceId, key), eq(batches.id, id)))
			.run();
		db.update(sources).set(authorship).where(eq(sources.id, key)).run();
		const facts = { batch: id, records: gone.records, answers: gone.answers };
		note({
			verb: 'batch-withdrawn',
			organisation: of()!.organisation,
			review,
			subject: source,
			facts,
			reason
		});
		return gone;
	});
}

/** Tidied. Throws form-invalid where there is none, or one that may name somebody. */
export function checkedReason({
	reason,
	confirmed
}: Pick<WithdrawBatchAsked, 'reason' | 'confirmed'>): string {
	const tidy = tidyText(reason);
	if (tidy === '') throw new FormProblem({ reason: 'Write why it is withdrawn.' });
	if (tidy.length > longest) throw new FormProblem({ reason: `Write at most ${longest} letters.` });
	refuseIdentifiers({ reason: tidy }, confirmed);
	return tidy;
}

/** Answers lie by question, so that a question's answers to a run of records are deleted in one go. */
function removeRecords({ $client }: Database, key: number, batch: string): void {
	const ranges = listBatchRanges($client, key, batch);
	const questions = $client
		.prepare('select distinct question from answers where source_id = ?')
		.pluck()
		.all(key) as number[];
	for (const table of ['answers', 'written_answers']) {
		const remove = $client.prepare(
			`delete from ${table} where source_id = ? and question = ? and record between ? and ?`
		);
		for (const question of questions)
			for (const { first, last } of ranges) remove.run(key, question, first, last);
	}
	for (const table of hanging) {
		const remove = $client.prepare(`delete from ${table} where source_id = ? and record between ? and ?`);
		for (const { first, last } of ranges) remove.run(key, first, last);
	}
	const unname = $client.prepare(
		'update frame_entries set record = null where source_id = ? and record between ? and ?'
	);
	for (const { first, last } of ranges) unname.run(key, first, last);
	$client.prepare('delete from records where source_id = ? and batch_id = ?').run(key, batch);
}
