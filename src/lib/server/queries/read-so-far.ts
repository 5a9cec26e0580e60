/** How far the records of a source have been read, while reading goes on. */
import type { ReadSoFar } from '#lib/pages/source-page.ts';
import type { Database } from '../db/open.ts';
import type { SourceSummary } from './sources.ts';

/**
 * Records whose first reading is complete, or that were brought in with answers and read elsewhere. Null for a source
 * that is not read file by file, that has no records yet, or all of whose records are read.
 */
export function countRead(
	db: Database,
	{ key, kind, instrument, recordCount }: SourceSummary
): ReadSoFar | null {
	if (kind !== 'case-file-reading' || instrument === null || recordCount === 0) return null;
	const read = db.$client
		.prepare(
			`with begun as (select record, state from readings where source_id = @key and reading = 1),
				answered as (select distinct record from answers where source_id = @key and reading = 1)
			 select count(*) from records left join begun on begun.record = records.number
				left join answered on answered.record = records.number
			 where source_id = @key
				and case when begun.record is null then answered.record is not null else begun.state = 'complete' end`
		)
		.pluck()
		.get({ key }) as number;
	return read === recordCount ? null : { read, all: recordCount };
}
