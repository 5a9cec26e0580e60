/** Finds what was said of the columns of an earlier file with the same headings. */
import { and, desc, eq, or } from 'drizzle-orm';
import { mappingSchema, type Mapping } from '#lib/evidence/imports/mapping.ts';
import type { Database } from '../db/open.ts';
import { importMappings } from '../db/schema/imports.ts';
import { reviews } from '../db/schema/reviews.ts';

/**
 * The newest of the review, or else of its organisation. `instrument`: id@edition; what was said for another edition
 * of it holds as far as its questions are there. Null when there is none, or it cannot be read any more.
 */
export function findMapping(
	db: Database,
	{ review, instrument, headerDigest }: { review: string; instrument: string; headerDigest: string }
): Mapping | null {
	const organisation = db
		.select({ id: reviews.organisationId })
		.from(reviews)
		.where(eq(reviews.id, review))
		.get()?.id;
	const row = db
		.select({ mapping: importMappings.mapping, review: importMappings.reviewId })
		.from(importMappings)
		.where(
			and(
				eq(importMappings.instrument, instrument.split('@')[0]!),
				eq(importMappings.headerDigest, headerDigest),
				or(
					eq(importMappings.reviewId, review),
					organisation ? eq(importMappings.organisationId, organisation) : undefined
				)
			)
		)
		.orderBy(desc(eq(importMappings.reviewId, review)), desc(importMappings.changedAt))
		.get();
	const parsed = row && mappingSchema.safeParse(row.mapping);
	return parsed?.success ? parsed.data : null;
}
