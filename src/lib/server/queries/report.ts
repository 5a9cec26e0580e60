/** Derives the evaluation report of a review from what is kept now. */
import { deriveReport } from '#lib/reports/derive-report.ts';
import type { Report } from '#lib/reports/report.ts';
import type { Database } from '../db/open.ts';
import { findDocument, listDocuments } from './documents.ts';
import { measureReview } from './measures.ts';
import { findReview } from './reviews.ts';
import { loadWholeReview } from './whole-review.ts';

/** `generatedOn` is the day that the report shows, YYYY-MM-DD. Throws a not-found Problem. */
export function loadReport(db: Database, reviewId: string, generatedOn: string): Report {
	const review = findReview(db, reviewId);
	return deriveReport({
		bundle: loadWholeReview(db, reviewId, { withRecords: false }),
		measures: measureReview(db, reviewId),
		frameworks: listDocuments(db, 'framework'),
		quantityScale: findDocument(db, 'quantity-scale', review.quantityScale),
		evaluationScale: findDocument(db, 'evaluation-scale', review.evaluationScale),
		partnershipName: review.partnershipName,
		generatedOn
	});
}
