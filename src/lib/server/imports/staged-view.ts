/** What waits of a file that was sent, as its process writes it down and its page shows it. */
import type { DryRun } from '#lib/evidence/imports/dry-run.ts';
import type { Table } from '#lib/evidence/imports/table.ts';
import type { Understanding } from '#lib/evidence/imports/understanding.ts';
import type { KnownCount } from '../queries/batches.ts';

/** The table without what its columns that name people held, and how many cells that was, by column from 0. */
export type StagedTable = { table: Table; emptied: Record<number, number> };

/** What is understood of the table; `headerDigest` names its headings. */
export type StagedUnderstanding = Understanding & { headerDigest: string };

/** What taking it in would come to. */
export type StagedDryRun = Omit<DryRun, 'wordsOf'> & {
	wordsOf: null;
	/** How the records would contradict what is said of the sample. */
	mismatch: string | null;
	/** The records of the source when this was counted. */
	known: KnownCount;
};
