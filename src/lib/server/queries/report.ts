/** Derives the evaluation report of a review from what is kept now. */
import { deriveReport } from '#lib/reports/derive-report.ts';
import type { Report } from '#lib/reports/report.ts';
import type { Database } from '../db/open.ts';
import { loadReportInput } from './report-input.ts';

/** `generatedOn` is the day that the report shows, YYYY-MM-DD. Throws a not-found Problem. */
export function loadReport(db: Database, reviewId: string, generatedOn: string): Report {
	return deriveReport(loadReportInput(db, reviewId, generatedOn));
}
