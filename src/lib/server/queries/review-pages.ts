/** What the pages about a whole review show: the list of reviews, the overview, the evidence, the themes. */
import { eq } from 'drizzle-orm';
import { findFramework } from '#lib/frameworks/lookup.ts';
import { sectionElements, type ReportInput } from '#lib/reports/derive-input.ts';
import { deriveSourceLines, type SourceLine } from '#lib/pages/evidence-page.ts';
import { deriveReviewLine, type ReviewLine } from '#lib/pages/review-lines.ts';
import { deriveReviewOverview, type ReviewOverview } from '#lib/pages/review-overview.ts';
import type { EvaluationStep } from '#lib/reports/report.ts';
import { deriveThemeLines, type ThemeLine } from '#lib/pages/theme-lines.ts';
import { deriveThemePage, type ThemePage } from '#lib/pages/theme-page.ts';
import { shownPassage } from '#lib/pages/withheld.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { notFound } from '../problems.ts';
import { hiddenFrom } from './blind-readings.ts';
import { listDocuments } from './documents.ts';
import { loadReportInput } from './report-input.ts';
import { findReview, type ReviewWithPartnership } from './reviews.ts';
import { sourceProgress } from './source-progress.ts';
import { findSource, listSources } from './sources.ts';
import { listVisibleReviews, seesOf } from './visible-reviews.ts';

/** The reviews that an actor may see. */
export function loadReviewLines(db: Database, actor: Actor): ReviewLine[] {
	const examples = db.select({ id: reviews.id }).from(reviews).where(eq(reviews.example, true)).all();
	return listVisibleReviews(db, actor).map(({ partnershipName, ...review }) => {
		const sources = listSources(db, review.id);
		return deriveReviewLine({
			review,
			partnershipName,
			sources: sources.length,
			records: sources.reduce((sum, { recordCount }) => sum + recordCount, 0),
			example: examples.some(({ id }) => id === review.id)
		});
	});
}

export type ReviewFrame = {
	review: ReviewWithPartnership;
	/** The themes or standards that have a page in the review. */
	themes: { code: string; title: string }[];
};

/** What every page of a review is framed by. Throws a not-found Problem that lists the reviews there are. */
export function loadReviewFrame(db: Database, reviewId: string): ReviewFrame {
	const review = findReview(db, reviewId);
	const framework = findFramework(listDocuments(db, 'framework'), review.frameworks[0] ?? '');
	const themes = framework ? sectionElements(framework) : [];
	return { review, themes: themes.map(({ code, title }) => ({ code, title })) };
}

/** Throws a not-found Problem. */
export function loadReviewOverview(db: Database, reviewId: string): ReviewOverview {
	return deriveReviewOverview(loadInput(db, reviewId));
}

export type EvidencePage = { asked: SourceLine[]; heard: SourceLine[] };

/** `at` is the time now, ISO 8601. Throws a not-found Problem. */
export function loadEvidencePage(db: Database, reviewId: string, at: string): EvidencePage {
	return deriveSourceLines(loadInput(db, reviewId), sourceProgress(db, reviewId, at));
}

/** Throws a not-found Problem. */
export function loadThemeLines(
	db: Database,
	reviewId: string
): { themes: ThemeLine[]; steps: EvaluationStep[] } {
	const input = loadInput(db, reviewId);
	return { themes: deriveThemeLines(input), steps: [...input.evaluationScale.steps] };
}

/** Throws a not-found Problem that lists the themes there are. */
export function loadThemePage(db: Database, actor: Actor, reviewId: string, code: string): ThemePage {
	const input = withoutHidden(db, actor, loadInput(db, reviewId));
	const page = deriveThemePage(input, listDocuments(db, 'crosswalk'), code, seesOf(db, actor, reviewId));
	if (page) return page;
	const known = deriveThemeLines(input).map((theme) => theme.code);
	throw notFound('theme', code, known);
}

/** Written answers that were coded are not shown to who has yet to read one of their records blind. */
export function withoutHidden(db: Database, actor: Actor, input: ReportInput): ReportInput {
	const { bundle } = input;
	const sources = bundle.sources.map((source) => {
		const { id, kind, instrument, passages } = source;
		if (instrument === null || passages.every(({ record }) => record === null)) return source;
		const hidden = hiddenFrom(db, actor, { key: findSource(db, bundle.review.id, id).key, instrument });
		const sees = seesOf(db, actor, bundle.review.id, hidden);
		return {
			...source,
			passages: passages.map((passage) =>
				passage.record === null ? passage : shownPassage(kind, passage, sees)
			)
		};
	});
	return { ...input, bundle: { ...bundle, sources } };
}

/** These pages carry no date of their own; the end of the review stands in for it. */
export function loadInput(db: Database, reviewId: string) {
	return loadReportInput(db, reviewId, findReview(db, reviewId).to);
}
