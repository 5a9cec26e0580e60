/** Reads who was involved in a review, how, and what changed because of it. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Involvement } from '#lib/evidence/voices.ts';
import type { Database } from '../db/open.ts';
import { involvement } from '../db/schema/voices.ts';

/** What counts, in its order. */
export function listInvolvement(db: Database, reviewId: string): Involvement[] {
	const { slug, stage, groups, number, day, how, changed } = involvement;
	return db
		.select({ id: slug, stage, groups, number, day, how, changed })
		.from(involvement)
		.where(and(eq(involvement.reviewId, reviewId), isNull(involvement.withdrawnAt)))
		.orderBy(asc(involvement.position))
		.all() as Involvement[];
}
