/** How far the sources of a review are: files read to the end, surveys that can be answered by link. */
import { and, asc, count, countDistinct, eq, gt, isNull } from 'drizzle-orm';
import type { SourceProgress } from '#lib/pages/evidence-page.ts';
import type { Database } from '../db/open.ts';
import { collections } from '../db/schema/collecting.ts';
import { answers } from '../db/schema/evidence.ts';
import { readings } from '../db/schema/readings.ts';
import { listSources } from './sources.ts';

/** By the source's id; `at` is the time now, ISO 8601. */
export function sourceProgress(db: Database, reviewId: string, at: string): Map<string, SourceProgress> {
	return new Map(
		listSources(db, reviewId).map(({ id, key, kind }) => [
			id,
			{ read: kind === 'case-file-reading' ? countRead(db, key) : 0, openUntil: openUntil(db, key, at) }
		])
	);
}

/** A file whose answers came in without anybody reading it here was read elsewhere. */
function countRead(db: Database, key: number): number {
	const own = and(eq(readings.sourceId, key), eq(readings.reading, 1));
	const here = db.select({ rows: count() }).from(readings).where(own).get()!.rows;
	const complete = db
		.select({ rows: count() })
		.from(readings)
		.where(and(own, eq(readings.state, 'complete')))
		.get()!.rows;
	const answered = db
		.select({ rows: countDistinct(answers.record) })
		.from(answers)
		.where(and(eq(answers.sourceId, key), eq(answers.reading, 1)))
		.get()!.rows;
	return complete + Math.max(0, answered - here);
}

function openUntil(db: Database, key: number, at: string): string | null {
	const open = db
		.select({ closesAt: collections.closesAt })
		.from(collections)
		.where(and(eq(collections.sourceId, key), isNull(collections.closedAt), gt(collections.closesAt, at)))
		.orderBy(asc(collections.closesAt))
		.all();
	return open.at(-1)?.closesAt.slice(0, 10) ?? null;
}
