/** The sources of a review that ask questions, without what was said in them: enough to count answers by. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Design } from '#lib/evidence/source.ts';
import type { Database } from '../db/open.ts';
import { records, samples, sources } from '../db/schema/evidence.ts';

export type AskedSource = {
	/** Its key in the database. */
	key: number;
	/** id@edition. */
	instrument: string;
	design: Design;
	records: number;
};

/** Those that count: not withdrawn, and not carried over from last year without anybody's having confirmed them. */
export function listAskedSources(db: Database, review: string): AskedSource[] {
	return db
		.select({
			key: sources.id,
			instrument: sources.instrument,
			design: samples.design,
			records: db.$count(records, eq(records.sourceId, sources.id))
		})
		.from(sources)
		.innerJoin(samples, eq(samples.sourceId, sources.id))
		.where(
			and(
				eq(sources.reviewId, review),
				isNull(sources.withdrawnAt),
				isNotNull(sources.instrument),
				eq(sources.toConfirm, false)
			)
		)
		.orderBy(asc(sources.position))
		.all()
		.map((row) => ({ ...row, instrument: row.instrument! }));
}
