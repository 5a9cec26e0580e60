/** Reads what the matrix of evidence is derived from. */
import { matrixCsv } from '#lib/pages/matrix-csv.ts';
import { deriveMatrix, type MatrixPage } from '#lib/pages/matrix-page.ts';
import type { Database } from '../db/open.ts';
import { loadReportInput } from './report-input.ts';
import { findReview } from './reviews.ts';

/** Throws a not-found Problem. */
export function loadMatrix(db: Database, reviewId: string): MatrixPage {
	return deriveMatrix(loadReportInput(db, reviewId, findReview(db, reviewId).to));
}

/** The same as a CSV file; its name says the standing of the review, as those of the results do. */
export function loadMatrixCsv(db: Database, reviewId: string): { name: string; text: string } {
	const { standing } = findReview(db, reviewId);
	const words = standing?.toLowerCase().match(/[a-z0-9]+/g) ?? [];
	return {
		name: `${[reviewId, 'evidence-matrix', ...words].join('-')}.csv`,
		text: matrixCsv(loadMatrix(db, reviewId), standing)
	};
}
