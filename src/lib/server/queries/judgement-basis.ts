/** Reads what a judgement of an element rests on now. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Ground } from '#lib/judgement/basis.ts';
import { deriveGrounds, type Paper } from '#lib/pages/grounds.ts';
import type { ReportInput } from '#lib/reports/derive-input.ts';
import type { Database } from '../db/open.ts';
import { attachments } from '../db/schema/attachments.ts';
import { loadReportInput } from './report-input.ts';
import { findReview } from './reviews.ts';

/**
 * Everything that bears on the element, or on what is below it. Reads the whole review: for many elements use
 * `groundsOf` and ask it for each. Throws a not-found Problem for a review that is not there.
 */
export function basisOf(db: Database, review: string, element: string): Ground[] {
	return groundsOf(db, review)(element);
}

/** The same for many elements of a review, which is read once. `input`: where the caller has read it already. */
export function groundsOf(
	db: Database,
	review: string,
	input: ReportInput = loadReportInput(db, review, findReview(db, review).to)
): (element: string) => Ground[] {
	const papers = listPapers(db, review);
	return (element) => deriveGrounds(input, papers, element);
}

/** The latest revision of each attachment that was not withdrawn. */
function listPapers(db: Database, review: string): Paper[] {
	const { id, title, elements, digest, replaces, withdrawnAt, reviewId } = attachments;
	const own = and(eq(reviewId, review), isNull(withdrawnAt));
	const rows = db.select({ id, title, elements, digest, replaces }).from(attachments).where(own).all();
	const replaced = new Set(rows.flatMap((row) => row.replaces ?? []));
	return rows.filter((row) => !replaced.has(row.id));
}
