/** Takes a file that waits into its source, in the process for it: the records are made first, then written at once. */
import type { Mapping } from '#lib/evidence/imports/mapping.ts';
import { readRecords, type DryRun, type ImportedRecord } from '#lib/evidence/imports/dry-run.ts';
import { answerColumns } from './answer-columns.ts';
import { takeInStaged } from '../commands/take-in-staged.ts';
import type { Database } from '../db/open.ts';
import { Problem } from '../problems.ts';
import { findActor } from '../queries/actors.ts';
import { countKnown, listKnown } from '../queries/batches.ts';
import { findDocument } from '../queries/documents.ts';
import { findSource } from '../queries/sources.ts';
import type { ImportJob, Talk } from './import-job.ts';
import { droppedOf } from './read-sent.ts';
import { digestOf } from './record-digest.ts';
import { readStaged } from './staged-folder.ts';
import type { StagedTable } from './staged-view.ts';

type TakeInJob = Extract<ImportJob, { kind: 'take-in' }>;

/** How often the records are made anew where others came into the source meanwhile. */
const mostTries = 3;

/** Throws a Problem: not-found, answers-refused, nothing-new, changed-meanwhile, sample-mismatch. */
export async function storeStaged(db: Database, job: TakeInJob, talk: Talk): Promise<void> {
	const waiting = readStaged<StagedTable>(job.folder, job.staged, 'table');
	const mapping = readStaged<Mapping>(job.folder, job.staged, 'settled');
	const actor = findActor(db, job.person);
	if (!waiting || !mapping || !actor) throw new Problem('not-found', 'What was read of the file is gone.');
	for (let tries = 1; ; tries += 1) {
		const made = makeRecords(db, job, waiting, mapping, talk);
		try {
			await talk.writing(() =>
				takeInStaged(db, { actor, at: job.at }, { ...job, ...made, format: mapping.format })
			);
			return;
		} catch (error) {
			if (!(error instanceof Problem && error.code === 'changed-meanwhile') || tries === mostTries)
				throw error;
		}
	}
}

function makeRecords(
	db: Database,
	job: TakeInJob,
	{ table, emptied }: StagedTable,
	mapping: Mapping,
	talk: Talk
) {
	const source = findSource(db, job.review, job.source);
	if (source.instrument === null)
		throw new Problem('instrument-invalid', 'The source has no instrument any more, so it takes no answers.');
	const instrument = findDocument(db, 'instrument', source.instrument);
	const known = countKnown(db, source.key);
	const records = readRecords(table, instrument, mapping, listKnown(db, source.key), digestOf);
	const all = table.sheets.reduce((sum, { rows }) => sum + rows.length, 0);
	let found: DryRun | null = null;
	function* counted(): Generator<ImportedRecord> {
		for (let done = 0; ; done += 1) {
			const { done: ended, value } = records.next();
			if (ended) return void (found = value);
			if (done % 1000 === 0) talk.progress('checking', done / all);
			yield value;
		}
	}
	const columns = answerColumns(counted());
	const { problemCount, identifierCount, duplicates } = found!;
	if (problemCount > (job.identifiersChecked ? identifierCount : 0))
		throw new Problem('answers-refused', 'The file has problems, so nothing was taken in.');
	if (columns.records.length === 0)
		throw new Problem('nothing-new', 'Nothing in the file is new, so nothing was taken in.');
	talk.progress('storing', 0);
	return {
		columns,
		known,
		duplicates: duplicates.count,
		falseAlarms: identifierCount,
		dropped: droppedOf(mapping, emptied)
	};
}
