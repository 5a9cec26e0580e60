/**
 * Reads a file that was sent, writes down what waits of it, and what is understood of that. Columns that name people
 * are emptied first: what they held is counted, and nowhere kept.
 */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Instrument } from '#lib/evidence/instrument.ts';
import { dryRun } from '#lib/evidence/imports/dry-run.ts';
import { instrumentFromTable } from '#lib/evidence/imports/instrument-from-table.ts';
import { mappingOf } from '#lib/evidence/imports/mapping-of.ts';
import type { Mapping } from '#lib/evidence/imports/mapping.ts';
import type { Table } from '#lib/evidence/imports/table.ts';
import { understandTable } from '#lib/evidence/imports/understand-table.ts';
import type { Understanding } from '#lib/evidence/imports/understanding.ts';
import { sampleMismatch } from '#lib/measures/sample-mismatch.ts';
import { requireOptions } from '../commands/import-answers.ts';
import type { Database } from '../db/open.ts';
import { tableInSteps } from '../files/read-table.ts';
import { Problem } from '../problems.ts';
import { countKnown, listKnown } from '../queries/batches.ts';
import { findDocument } from '../queries/documents.ts';
import { findMapping } from '../queries/import-mappings.ts';
import { findSource, type SourceSummary } from '../queries/sources.ts';
import type { ImportJob, JobResult, Talk } from './import-job.ts';
import { digestOf } from './record-digest.ts';
import { readStaged, removeStagedPart, writeStaged } from './staged-folder.ts';
import type { StagedDryRun, StagedTable, StagedUnderstanding } from './staged-view.ts';

type Job<Kind> = Extract<ImportJob, { kind: Kind }>;
type About = Omit<Job<'check'>, 'kind'>;

/** Throws a Problem table-refused for what is no table, and instrument-without-options. */
export async function readSent(
	db: Database,
	job: Job<'read'>,
	input: Readable,
	talk: Talk
): Promise<JobResult> {
	const chunks: Buffer[] = [];
	const hash = createHash('sha256');
	for await (const chunk of input as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		hash.update(chunk);
	}
	const table = readInSteps(Buffer.concat(chunks.splice(0)), job.fileName, talk);
	const rows = look(db, job, { table, emptied: {} }, talk);
	return { rows, fileDigest: hash.digest('hex') };
}

function readInSteps(bytes: Uint8Array, fileName: string, talk: Talk): Table {
	const steps = tableInSteps(bytes, fileName);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
		talk.progress('reading', value);
	}
}

/** Looks once more at what waits, such as after somebody said what its columns are. */
export function checkStaged(db: Database, job: About, talk: Talk): JobResult {
	return { rows: look(db, job, readStaged<StagedTable>(job.folder, job.staged, 'table')!, talk) };
}

/** Writes down everything that the page of the file shows; gives the number of rows. */
function look(db: Database, job: About, staged: StagedTable, talk: Talk): number {
	const { folder, staged: id } = job;
	const source = findSource(db, job.review, job.source);
	removeStagedPart(folder, id, 'dry-run');
	if (source.instrument === null) return makeInstrument(folder, id, source.title, staged);
	const instrument = findDocument(db, 'instrument', source.instrument);
	requireOptions(instrument);
	const decided = readStaged<Mapping>(folder, id, 'mapping');
	const understood = understandTable(staged.table, instrument, decided);
	const headerDigest = headingsDigest(understood);
	const place = { review: job.review, instrument: source.instrument, headerDigest };
	const remembered = decided ?? findMapping(db, place);
	const known = decided || !remembered ? understood : understandTable(staged.table, instrument, remembered);
	const waiting = withoutPeople(staged, known);
	writeStaged(folder, id, 'table', waiting);
	writeStaged(folder, id, 'understood', { ...known, headerDigest } satisfies StagedUnderstanding);
	if (known.isSettled) {
		talk.progress('checking', 0);
		const mapping = settledMapping(known, remembered);
		writeStaged(folder, id, 'settled', mapping);
		writeStaged(folder, id, 'dry-run', dryRunOf(db, source, instrument, waiting, mapping));
	}
	return known.rows;
}

/** For a source that asks nothing yet: the draft of an instrument from the file, to be looked through by a person. */
function makeInstrument(folder: string, id: string, title: string, staged: StagedTable): number {
	const draft = instrumentFromTable(staged.table, { id: 'from-file', title });
	if (!draft)
		throw new Problem(
			'table-refused',
			'The file has no column with answers to a question, beside those that name people.'
		);
	const understood = understandTable(staged.table, draft.instrument);
	writeStaged(folder, id, 'instrument', draft.instrument);
	writeStaged(folder, id, 'table', withoutPeople(staged, understood));
	return understood.rows;
}

/** The mapping of a table of which nothing is left to decide. */
function settledMapping(understood: Understanding, decided: Mapping | null): Mapping {
	const words = decided?.words ?? {};
	return mappingOf(understood, { columns: new Map(), words, otherwise: decided?.otherwise ?? {} });
}

/** SHA-256 over the headings in their order. */
const headingsDigest = ({ columns }: Understanding) =>
	digestOf(JSON.stringify(columns.map(({ heading }) => heading)));

/** The sheet that was read, without what stands in the columns that name people. */
function withoutPeople({ table, emptied }: StagedTable, understood: Understanding): StagedTable {
	const people = understood.columns.filter(
		({ use, certainty }) => use?.role === 'personal' && certainty !== 'proposed'
	);
	const last = understood.headerRows.at(-1) ?? 0;
	const counts = { ...emptied };
	for (const { at, filled } of people) counts[at] ??= filled;
	const sheets = table.sheets.map((sheet) => {
		if (sheet.name !== understood.sheet) return { ...sheet, rows: [] };
		const rows = sheet.rows.map(({ row, cells }) => {
			if (row <= last || !people.some(({ at }) => cells[at])) return { row, cells };
			const emptiedCells = [...cells];
			for (const { at } of people) if (at < cells.length) emptiedCells[at] = '';
			return { row, cells: emptiedCells };
		});
		return { ...sheet, rows };
	});
	return { table: { ...table, sheets }, emptied: counts };
}

function dryRunOf(
	db: Database,
	source: SourceSummary,
	instrument: Instrument,
	{ table, emptied }: StagedTable,
	mapping: Mapping
): StagedDryRun {
	const found = dryRun(table, instrument, mapping, listKnown(db, source.key), digestOf);
	return {
		...found,
		dropped: droppedOf(mapping, emptied),
		wordsOf: null,
		mismatch: sampleMismatch(source.sample, source.recordCount + found.records) ?? null,
		known: countKnown(db, source.key)
	};
}

/** Columns that name people, with what they held before they were emptied. */
export function droppedOf(mapping: Mapping, emptied: StagedTable['emptied']): StagedDryRun['dropped'] {
	return mapping.columns.flatMap(({ at, heading, use }) =>
		use.role === 'personal' ? [{ column: heading, values: emptied[at] ?? 0 }] : []
	);
}
