/** Reads the measures of a review as the quantity check takes them, and what checks one written text. */
import { and, asc, eq } from 'drizzle-orm';
import { deriveCheckedMeasures } from '#lib/pages/checked-measures.ts';
import { firstOf, type CheckedMeasure, type TextCheck } from '#lib/pages/text-check.ts';
import type { Database } from '../db/open.ts';
import { links } from '../db/schema/conclusions.ts';
import { findDocument } from './documents.ts';
import { listPhraseLinks } from './phrase-links.ts';
import { loadReportInput } from './report-input.ts';
import { findReview } from './reviews.ts';

/** Small groups are not among them: they are measures of whole sources. Throws a not-found Problem. */
export function listMeasuresToCheck(db: Database, reviewId: string): CheckedMeasure[] {
	return deriveCheckedMeasures(loadReportInput(db, reviewId, findReview(db, reviewId).to));
}

/**
 * `text` names the text: see TextCheck. Offered first are the measures that the finding of that name rests on, then
 * those on the `elements`. `measures`: those of the review where they are at hand already. Throws a not-found Problem.
 */
export function loadTextCheck(
	db: Database,
	reviewId: string,
	text: string,
	elements: readonly string[] = [],
	measures: readonly CheckedMeasure[] = listMeasuresToCheck(db, reviewId)
): TextCheck {
	const { bands } = findDocument(db, 'quantity-scale', findReview(db, reviewId).quantityScale);
	const named = namedByFinding(db, reviewId, text);
	const mapped = firstOf(measures, (measure) => measure.elements.some((code) => elements.includes(code)));
	const ordered = firstOf(mapped.measures, ({ id }) => named.has(id));
	return {
		review: reviewId,
		text,
		scale: { bands },
		measures: ordered.measures,
		first: ordered.first > 0 ? ordered.first : mapped.first,
		links: listPhraseLinks(db, reviewId, text)
	};
}

function namedByFinding(db: Database, reviewId: string, text: string): ReadonlySet<string> {
	if (!text.startsWith('finding:')) return new Set();
	return new Set(
		db
			.select({ source: links.source, question: links.question })
			.from(links)
			.where(and(eq(links.reviewId, reviewId), eq(links.finding, text.slice('finding:'.length))))
			.orderBy(asc(links.position))
			.all()
			.map(({ source, question }) => `${source}/${question}`)
	);
}
