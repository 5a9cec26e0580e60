/** Whether there is anything found that a judgement can rest on. */
import { and, eq, isNull } from 'drizzle-orm';
import { branchOf, findFramework } from '#lib/frameworks/lookup.ts';
import type { Database } from '../db/open.ts';
import { findings } from '../db/schema/conclusions.ts';
import { listDocuments } from './documents.ts';
import { findReview } from './reviews.ts';

/** Whether a finding speaks to the theme or to what is below it. One that was withdrawn does not count. */
export function hasFinding(db: Database, review: string, theme: string): boolean {
	const leading = findFramework(listDocuments(db, 'framework'), findReview(db, review).frameworks[0] ?? '');
	const codes = new Set([theme, ...(leading ? branchOf(leading, theme).map(({ code }) => code) : [])]);
	return db
		.select({ element: findings.element, elements: findings.elements })
		.from(findings)
		.where(and(eq(findings.reviewId, review), isNull(findings.withdrawnAt)))
		.all()
		.some(({ element, elements }) => [element, ...elements].some((code) => codes.has(code)));
}
