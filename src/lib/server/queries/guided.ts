/** What the guided pages of a standard show. */
import type { StandardJudgement } from '#lib/pages/standard-judgement.ts';
import type { Database } from '../db/open.ts';
import { notFound } from '../problems.ts';
import { findStandard } from './readiness.ts';
import { loadStandardJudgement } from './standard-judgement.ts';

/** `today` is YYYY-MM-DD. Throws a not-found Problem for a standard that the review does not judge. */
export function loadGuided(
	db: Database,
	asked: { review: string; code: string; today: string }
): StandardJudgement {
	findStandard(db, asked.review, asked.code);
	return loadStandardJudgement(db, asked)!;
}

export type GuidedStep = {
	/** Codes of the components of the same standard before and after. */
	previous: string | null;
	next: string | null;
};

/** Throws a not-found Problem for a component that is not of the standard. */
export function loadGuidedStep(
	db: Database,
	{ review, standard, code }: { review: string; standard: string; code: string }
): GuidedStep {
	const codes = findStandard(db, review, standard).components.map((component) => component.code);
	const at = codes.indexOf(code);
	if (at < 0) throw notFound('component', code, codes);
	return { previous: codes[at - 1] ?? null, next: codes[at + 1] ?? null };
}
