/** Reads recommendations as they are edited, and those that were withdrawn. */
import { asc, eq } from 'drizzle-orm';
import type { Kept } from '#lib/pages/save-answer.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import type { Database } from '../db/open.ts';
import { recommendations } from '../db/schema/conclusions.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';
import { whyClosed } from './closed.ts';
import { listFindings } from './conclusions.ts';
import { loadReviewFrame } from './review-pages.ts';

export type RecommendationRow = typeof recommendations.$inferSelect;

/** Withdrawn or not, by their numbers. */
export function listRecommendationRows(db: Database, reviewId: string): RecommendationRow[] {
	return db
		.select()
		.from(recommendations)
		.where(eq(recommendations.reviewId, reviewId))
		.orderBy(asc(recommendations.number))
		.all();
}

/** Withdrawn or not. Throws a not-found Problem that lists the numbers there are. */
export function findRecommendationRow(db: Database, reviewId: string, number: string): RecommendationRow {
	const rows = listRecommendationRows(db, reviewId);
	const row = rows.find((each) => String(each.number) === number);
	if (row) return row;
	throw notFound(
		'recommendation',
		number,
		rows.map((each) => String(each.number))
	);
}

export function keptRecommendation(db: Database, row: RecommendationRow): Kept {
	return {
		texts: { text: row.text, element: row.element, findings: row.findings.join(' ') },
		version: row.version,
		by: authorName(db, row.changedBy),
		at: row.changedAt
	};
}

/** Why it cannot be changed just now: it was withdrawn, or its review is closed. */
export function whyRecommendationClosed(db: Database, row: RecommendationRow): string | null {
	const closed = whyClosed(db, row.reviewId);
	if (closed || !row.withdrawnAt) return closed;
	return `${authorName(db, row.changedBy)} withdrew this recommendation at ${dayAndTime(row.withdrawnAt)}.`;
}

export type RecommendationChoices = {
	/** The themes or standards under which one can stand. */
	elements: { value: string; label: string }[];
	/** Findings that it can answer, areas for improvement first. */
	findings: { value: string; label: string }[];
};

/** What can be chosen in the form of a recommendation. Throws a not-found Problem. */
export function recommendationChoices(db: Database, reviewId: string): RecommendationChoices {
	const { themes } = loadReviewFrame(db, reviewId);
	const findings = listFindings(db, reviewId);
	const areas = findings.filter(({ direction }) => direction === 'area-for-improvement');
	return {
		elements: themes.map(({ code, title }) => ({ value: code, label: `${code}. ${title}` })),
		findings: [...areas, ...findings.filter((each) => !areas.includes(each))].map(
			({ id, text, direction }) => ({
				value: id,
				label: direction === 'strength' ? `Strength: ${text}` : text
			})
		)
	};
}

export type RecommendationEditor = {
	number: number;
	kept: Kept;
	choices: RecommendationChoices;
	withdrawn: boolean;
	/** Why nothing in the review can be changed; null while it can. */
	closed: string | null;
	/** Published ones stand in a document and are quoted. */
	source: string | null;
};

/** Throws a not-found Problem. */
export function loadRecommendationEditor(
	db: Database,
	reviewId: string,
	number: string
): RecommendationEditor {
	const row = findRecommendationRow(db, reviewId, number);
	return {
		number: row.number,
		kept: keptRecommendation(db, row),
		choices: recommendationChoices(db, reviewId),
		withdrawn: row.withdrawnAt !== null,
		closed: whyClosed(db, reviewId),
		source: row.source ? `Document ${row.source.document}, lines ${row.source.lines.join(' to ')}` : null
	};
}
