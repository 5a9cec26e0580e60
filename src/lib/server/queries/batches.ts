/** Reads the batches in which answers came into a source, and which of their records are known already. */
import { and, desc, eq } from 'drizzle-orm';
import type { Known } from '#lib/evidence/imports/dry-run.ts';
import type { Database } from '../db/open.ts';
import { batches } from '../db/schema/evidence.ts';
import { people } from '../db/schema/people.ts';

export type BatchLine = {
	id: string;
	name: string;
	way: (typeof batches.$inferSelect)['way'];
	format: string | null;
	fileName: string | null;
	/** Who took it in; null where that was no person, or one who has left. */
	by: string | null;
	/** ISO 8601, as is `withdrawnAt`. */
	takenInAt: string;
	records: number;
	answers: number;
	duplicates: number;
	dropped: { column: string; values: number }[];
	withdrawnAt: string | null;
	reason: string | null;
};

const columns = {
	id: batches.id,
	name: batches.name,
	way: batches.way,
	format: batches.format,
	fileName: batches.fileName,
	by: people.name,
	takenInAt: batches.takenInAt,
	records: batches.records,
	answers: batches.answers,
	duplicates: batches.duplicates,
	dropped: batches.dropped,
	withdrawnAt: batches.withdrawnAt,
	reason: batches.reason
};

const select = (db: Database) =>
	db.select(columns).from(batches).leftJoin(people, eq(people.id, batches.changedBy)).$dynamic();

/** The batches of a source (by its key), the newest first; also those that were withdrawn. */
export function listBatches(db: Database, key: number): BatchLine[] {
	return select(db).where(eq(batches.sourceId, key)).orderBy(desc(batches.takenInAt), desc(batches.id)).all();
}

export function findBatch(db: Database, key: number, id: string): BatchLine | null {
	return (
		select(db)
			.where(and(eq(batches.sourceId, key), eq(batches.id, id)))
			.get() ?? null
	);
}

/** The batch that the same file came in as, unless that was withdrawn. `digest`: of the file, in hexadecimal. */
export function findBatchOfFile(db: Database, key: number, digest: string): BatchLine | null {
	const same = select(db)
		.where(and(eq(batches.sourceId, key), eq(batches.fileDigest, digest)))
		.orderBy(desc(batches.takenInAt))
		.all();
	return same.find(({ withdrawnAt }) => withdrawnAt === null) ?? null;
}

/** What withdrawing a batch takes away: counted anew, since answers may have been changed since. */
export type BatchHoldings = { records: number; answers: number; written: number; readings: number };

export function countBatch(db: Database, key: number, id: string): BatchHoldings {
	const count = (sql: string) =>
		db.$client.prepare(`select count(*) from ${sql}`).pluck().get({ key, id }) as number;
	const records = 'records where source_id = @key and batch_id = @id';
	const on = (table: string) =>
		count(`${table} where source_id = @key and record in (select number from ${records})`);
	return {
		records: count(records),
		answers: on('answers'),
		written: on('written_answers'),
		readings: on('readings')
	};
}

/** What is known of a source's records, by which the rows of another import are known again. */
export function listKnown(db: Database, key: number): Pick<Known, 'references' | 'digests'> {
	const rows = db.$client
		.prepare('select reference, digest from records where source_id = ?')
		.raw()
		.all(key) as [string, string | null][];
	const digests = new Map<string, number>();
	for (const [, digest] of rows) if (digest !== null) digests.set(digest, (digests.get(digest) ?? 0) + 1);
	return { references: new Map(rows), digests };
}

/** The runs of numbers of a batch's records, each with its first and last number; a batch mostly is one run. */
export function listBatchRanges(
	client: Database['$client'],
	key: number,
	id: string
): { first: number; last: number }[] {
	return client
		.prepare(
			`select min(number) as first, max(number) as last from
			 (select number, number - row_number() over (order by number) as run from records where source_id = ? and batch_id = ?)
			 group by run order by 1`
		)
		.all(key, id) as { first: number; last: number }[];
}

/** How many records a source has, and the highest number among them: whether any came or went since. */
export type KnownCount = { records: number; last: number };

export function countKnown(db: Database, key: number): KnownCount {
	return db.$client
		.prepare('select count(*) as records, coalesce(max(number), 0) as last from records where source_id = ?')
		.get(key) as KnownCount;
}
