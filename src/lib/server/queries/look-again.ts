/**
 * Which judgements are to be looked at again, since what they rest on has changed. What changed is told by the names of
 * attachments and questions too: for the eyes of those who write conclusions.
 */
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { changedSince, type Ground } from '#lib/judgement/basis.ts';
import { changedWords } from '#lib/judgement/changed-words.ts';
import type { ReportInput } from '#lib/reports/derive-input.ts';
import type { Database } from '../db/open.ts';
import { judgements } from '../db/schema/conclusions.ts';
import { readiness } from '../db/schema/judging.ts';
import { groundsOf } from './judgement-basis.ts';

/** `words`: what changed, in sentences; never empty. */
export type ToLookAgain = { element: string; words: string[] };

type Judgement = { element: string; basis: Ground[] | null };

/**
 * The evaluations in force and the stages of components, in the order of their codes. One that came with a bundle rests
 * on nothing that is known here. `input`: where the caller has read the review already.
 */
export function listToLookAgain(db: Database, review: string, input?: ReportInput): ToLookAgain[] {
	const evaluations = db
		.select({ element: judgements.element, basis: judgements.basis })
		.from(judgements)
		.where(and(eq(judgements.reviewId, review), isNotNull(judgements.basis), isNull(judgements.setAsideAt)))
		.all();
	const stages = db
		.select({ element: readiness.element, basis: readiness.basis })
		.from(readiness)
		.where(and(eq(readiness.reviewId, review), isNotNull(readiness.basis), isNotNull(readiness.howWell)))
		.all();
	return changedOf(db, review, [...evaluations, ...stages], input);
}

function changedOf(
	db: Database,
	review: string,
	judged: readonly Judgement[],
	input?: ReportInput
): ToLookAgain[] {
	if (judged.length === 0) return [];
	const now = groundsOf(db, review, input);
	return judged
		.map(({ element, basis }) => ({ element, words: changedWords(changedSince(basis ?? [], now(element))) }))
		.filter(({ words }) => words.length > 0)
		.sort((a, b) => a.element.localeCompare(b.element, 'en', { numeric: true }));
}
