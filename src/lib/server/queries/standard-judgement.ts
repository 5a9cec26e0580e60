/** What a self-evaluation says of one standard, or of each of them. */
import { deriveStandardJudgement, type StandardJudgement } from '#lib/pages/standard-judgement.ts';
import type { Database } from '../db/open.ts';
import { listNarratives } from './conclusions.ts';
import { findDocument } from './documents.ts';
import { findStandards, listReadiness } from './readiness.ts';
import { findReview } from './reviews.ts';

/**
 * `today` is YYYY-MM-DD. Null in a review that judges no components, or for a code that is none of its standards.
 * Throws a not-found Problem for a review that is not there.
 */
export function loadStandardJudgement(
	db: Database,
	{ review, code, today }: { review: string; code: string; today: string }
): StandardJudgement | null {
	if (findReview(db, review).kind !== 'self-evaluation') return null;
	const framework = findStandards(db, review);
	if (!framework) return null;
	const scale = findDocument(db, 'readiness', 'sds-readiness');
	const at = { code, today };
	return (
		deriveStandardJudgement(framework, scale, listReadiness(db, review), listNarratives(db, review), at) ??
		null
	);
}
