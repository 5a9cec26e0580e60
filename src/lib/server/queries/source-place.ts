/** What every page of a source is framed by: which source it is, as far as its pages differ by it. */
import { and, eq } from 'drizzle-orm';
import type { SourcePlace } from '#lib/pages/source-place.ts';
import type { Database } from '../db/open.ts';
import { sources } from '../db/schema/evidence.ts';
import { notFound } from '../problems.ts';
import { listSources } from './sources.ts';

/** Throws a not-found Problem that lists the sources there are. */
export function findSourcePlace(db: Database, reviewId: string, id: string): SourcePlace {
	const row = db
		.select()
		.from(sources)
		.where(and(eq(sources.reviewId, reviewId), eq(sources.slug, id)))
		.get();
	if (row) {
		const { title, kind, instrument, withdrawnAt } = row;
		return { id, title, kind, asks: instrument !== null, withdrawn: withdrawnAt !== null };
	}
	throw notFound(
		`source in review ${reviewId}`,
		id,
		listSources(db, reviewId).map((source) => source.id)
	);
}
