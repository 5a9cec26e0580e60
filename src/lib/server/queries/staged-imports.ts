/** Reads the files that were sent and are on their way to be taken in. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { StagedProblem, StagedState } from '../commands/keep-staged.ts';
import type { Database } from '../db/open.ts';
import { sources } from '../db/schema/evidence.ts';
import { stagedImports } from '../db/schema/imports.ts';
import { people } from '../db/schema/people.ts';

export type StagedLine = {
	id: string;
	fileName: string;
	fileDigest: string | null;
	state: StagedState;
	rows: number | null;
	problem: StagedProblem | null;
	/** Id of the batch that it became. */
	batch: string | null;
	/** Name of who sent it; null for one who has left. */
	by: string | null;
	/** ISO 8601, as is `expiresAt`. */
	startedAt: string;
	expiresAt: string;
};

const columns = {
	id: stagedImports.id,
	fileName: stagedImports.fileName,
	fileDigest: stagedImports.fileDigest,
	state: stagedImports.state,
	rows: stagedImports.rows,
	problem: stagedImports.problem,
	batch: stagedImports.batchId,
	by: people.name,
	startedAt: stagedImports.startedAt,
	expiresAt: stagedImports.expiresAt
};

const select = (db: Database) =>
	db.select(columns).from(stagedImports).leftJoin(people, eq(people.id, stagedImports.personId)).$dynamic();

type Row = NonNullable<ReturnType<ReturnType<typeof select>['get']>>;
const toLine = (row: Row): StagedLine => ({ ...row, problem: row.problem as StagedProblem | null });

/** Those of a source (by its key) that somebody may still have to do with, the newest first. */
export function listStaged(db: Database, key: number): StagedLine[] {
	return select(db)
		.where(
			and(
				eq(stagedImports.sourceId, key),
				inArray(stagedImports.state, ['reading', 'waiting', 'taking-in', 'refused'])
			)
		)
		.orderBy(desc(stagedImports.startedAt))
		.all()
		.map(toLine);
}

/** One of a source; null when it is not there, or has expired and was cleared away. */
export function findStaged(db: Database, key: number, id: string): StagedLine | null {
	const row = select(db)
		.where(and(eq(stagedImports.sourceId, key), eq(stagedImports.id, id)))
		.get();
	return row ? toLine(row) : null;
}

/** All that a server may have left under way, whatever their source. */
export function listUnderWay(db: Database): { id: string; state: StagedState }[] {
	return db
		.select({ id: stagedImports.id, state: stagedImports.state })
		.from(stagedImports)
		.where(inArray(stagedImports.state, ['reading', 'taking-in']))
		.all();
}

export function listStagedIds(db: Database): Set<string> {
	return new Set(
		db
			.select({ id: stagedImports.id })
			.from(stagedImports)
			.all()
			.map(({ id }) => id)
	);
}

/** Those of a review. */
export function listStagedOfReview(db: Database, review: string): string[] {
	return db
		.select({ id: stagedImports.id })
		.from(stagedImports)
		.innerJoin(sources, eq(sources.id, stagedImports.sourceId))
		.where(eq(sources.reviewId, review))
		.all()
		.map(({ id }) => id);
}
