/** The reviews kept here, one line each: what it is, whose, of when, and how much evidence it rests on. */
import type { Review } from '#lib/reports/bundle.ts';
import { dateRange } from '#lib/reports/dates.ts';
import { counted, kindNames } from '#lib/reports/review-words.ts';

export type ReviewLineInput = {
	review: Review;
	partnershipName: string;
	sources: number;
	records: number;
	/** Brought along by Cairn, to try it with. */
	example: boolean;
};

export type ReviewLine = {
	id: string;
	title: string;
	kind: string;
	partnership: string;
	period: string;
	evidence: string;
	example: boolean;
	notice: string | null;
};

export function deriveReviewLine(input: ReviewLineInput): ReviewLine {
	const { review, partnershipName, sources, records, example } = input;
	return {
		id: review.id,
		title: review.title,
		kind: kindNames[review.kind],
		partnership: partnershipName,
		period: dateRange(review.from, review.to),
		evidence: `${counted(sources, 'source')}, ${counted(records, 'record')}`,
		example,
		notice: review.notice
	};
}
