/** Gathers what a report, and every page about a whole review, is derived from. */
import type { ReportInput } from '#lib/reports/derive-input.ts';
import type { Database } from '../db/open.ts';
import { listActions } from './actions.ts';
import { findIssuedOn } from './closed.ts';
import { findDocument, listDocuments } from './documents.ts';
import { listFindingPapers } from './finding-papers.ts';
import { measureReview } from './measures.ts';
import { countRead } from './read-so-far.ts';
import { findReview } from './reviews.ts';
import { listSources } from './sources.ts';
import { loadWholeReview } from './whole-review.ts';

/** `generatedOn` is the day that the report shows, YYYY-MM-DD. Throws a not-found Problem. */
export function loadReportInput(db: Database, reviewId: string, generatedOn: string): ReportInput {
	const review = findReview(db, reviewId);
	return {
		bundle: loadWholeReview(db, reviewId, { withRecords: false }),
		measures: measureReview(db, reviewId),
		readSoFar: new Map(
			listSources(db, reviewId).flatMap((source) => {
				const soFar = countRead(db, source);
				return soFar ? [[source.id, soFar] as const] : [];
			})
		),
		papers: listFindingPapers(db, reviewId),
		issuedOn: findIssuedOn(db, reviewId),
		actions: listActions(db, reviewId),
		frameworks: listDocuments(db, 'framework'),
		quantityScale: findDocument(db, 'quantity-scale', review.quantityScale),
		evaluationScale: findDocument(db, 'evaluation-scale', review.evaluationScale),
		...(review.kind === 'self-evaluation'
			? { readinessScale: findDocument(db, 'readiness', 'sds-readiness') }
			: {}),
		partnershipName: review.partnershipName,
		generatedOn
	};
}
