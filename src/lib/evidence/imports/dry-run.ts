/**
 * Reads a mapped table as records, one after the other, and says at the end what came of it: a dry run for whoever
 * only looks, and the taking in for whoever keeps the records. Nothing is thrown: what is wrong is counted and listed.
 */
import { shown } from '../answers-file-problem.ts';
import type { Instrument } from '../instrument.ts';
import { columnProblems, openColumns } from './dry-run-columns.ts';
import { rowReader } from './dry-run-rows.ts';
import { ProblemList } from './dry-run-counts.ts';
import type { DryRun, ImportedRecord, Known } from './imported.ts';
import type { Mapping } from './mapping.ts';
import type { Table } from './table.ts';
import { peopleIn } from './understand-columns.ts';

export { nothingKnown } from './imported.ts';
export type { DryRun, ImportedRecord, Known } from './imported.ts';

/**
 * Yields each record that is new; returns what was found. The records may be kept only when there are no problems (or
 * none but identifiers that somebody looked at). `digestOf` makes a short digest of a text, such as SHA-256.
 */
export function* readRecords(
	table: Table,
	instrument: Instrument,
	mapping: Mapping,
	known: Known,
	digestOf: (text: string) => string
): Generator<ImportedRecord, DryRun> {
	const problems = new ProblemList();
	const sheet = table.sheets.find(({ name }) => name === mapping.sheet);
	const last = mapping.headerRows.at(-1)!;
	const rows = sheet?.rows.filter(({ row }) => row > last) ?? [];
	problems.add(...columnProblems(sheet ?? null, instrument, mapping));
	const columns = openColumns(instrument, mapping, rows, known);
	const found: DryRun = {
		rows: rows.length,
		blankRows: sheet?.blankRows ?? 0,
		unanswered: 0,
		records: 0,
		answers: 0,
		recognised: columns.recognised,
		missing: columns.missing,
		words: [],
		wordsOf: columns.wordsOf,
		strataColumns: columns.strata.map(({ name }) => name),
		problems: problems.first,
		problemCount: 0,
		identifierCount: 0,
		dropped: columns.personal.map(({ at, heading }) => ({
			column: shown(heading),
			values: peopleIn(rows, at)
		})),
		leftOut: columns.leftOut.map(shown),
		duplicates: { count: 0, first: [] }
	};
	// Without columns that fit, every row would only repeat it.
	if (problems.count === 0) {
		const reader = rowReader(columns, mapping.format, known, problems, digestOf);
		for (const row of rows) {
			const read = reader.read(row);
			if (read === null) found.unanswered += 1;
			else if (read.isDuplicate) noteDuplicate(found, read.record);
			else {
				found.records += 1;
				found.answers += read.record.answers.length;
				yield read.record;
			}
		}
		found.words = reader.words();
	}
	return { ...found, problemCount: problems.count, identifierCount: problems.identifiers };
}

const mostDuplicatesNamed = 20;

function noteDuplicate({ duplicates }: DryRun, { row, reference }: ImportedRecord): void {
	duplicates.count += 1;
	if (duplicates.first.length < mostDuplicatesNamed)
		duplicates.first.push({ row, reference: shown(reference) });
}

/** What taking the table in would come to, without keeping a record; see `readRecords`. */
export function dryRun(
	table: Table,
	instrument: Instrument,
	mapping: Mapping,
	known: Known,
	digestOf: (text: string) => string
): DryRun {
	const steps = readRecords(table, instrument, mapping, known, digestOf);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}
