/** Reads the summary of a theme as it is edited: its text, its version, and who saved it last. */
import { and, eq } from 'drizzle-orm';
import { textOfParagraphs } from '#lib/judgement/written-text.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { narratives } from '../db/schema/conclusions.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';
import { whyClosed } from './closed.ts';
import { loadReviewFrame } from './review-pages.ts';

/** The summary of an element as it stands; of version 0 and without text where none was written. */
export function findSummary(db: Database, reviewId: string, element: string): Kept {
	const row = db
		.select()
		.from(narratives)
		.where(
			and(eq(narratives.reviewId, reviewId), eq(narratives.element, element), eq(narratives.part, 'summary'))
		)
		.get();
	return row
		? {
				texts: { text: textOfParagraphs(row.paragraphs) },
				version: row.version,
				by: authorName(db, row.changedBy),
				at: row.changedAt
			}
		: { texts: { text: '' }, version: 0, by: '', at: '' };
}

export type SummaryEditor = { title: string; kept: Kept; closed: string | null };

/** Throws a not-found Problem for a theme that the review does not have. */
export function loadSummaryEditor(db: Database, reviewId: string, element: string): SummaryEditor {
	const { title } = findTheme(db, reviewId, element);
	return { title, kept: findSummary(db, reviewId, element), closed: whyClosed(db, reviewId) };
}

/** A theme or standard that has a page in the review. Throws a not-found Problem that lists those that have. */
export function findTheme(db: Database, reviewId: string, code: string): { code: string; title: string } {
	const { themes } = loadReviewFrame(db, reviewId);
	const theme = themes.find((each) => each.code === code);
	if (theme) return theme;
	throw notFound(
		'theme',
		code,
		themes.map((each) => each.code)
	);
}
