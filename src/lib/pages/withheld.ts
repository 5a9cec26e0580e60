/** Who reads what people wrote in their own words, and what stands on a page for the others. */
import type { Passage, Source } from '#lib/evidence/source.ts';
import { isForReport } from '#lib/reports/voices.ts';

/** What whoever looks at a page may see besides its numbers. */
export type Sees = {
	/** The single records with their answers. */
	records: boolean;
	/** What staff wrote in a survey. */
	staffComments: boolean;
};

export const seesAll: Sees = { records: true, staffComments: true };

/** Stands in the place of a written answer that is not shown. */
export const forJudges = 'Shown to judges only';

/** Why the written answers of a source are not shown, in a sentence; null where they are. */
export function whyWithheld(kind: Source['kind'], { records, staffComments }: Sees): string | null {
	if (kind === 'staff-survey' && !staffComments)
		return 'What staff wrote in their own words is shown only to the judges of this review.';
	return records ? null : 'What people wrote in their own words is shown only to those who see the records.';
}

/** Stands in the place of the words of a passage that are not shown. */
export const forThoseWhoSeeRecords = 'Shown to those who see the records';

/** Whether the words of a passage are shown: those that the report may hold to all, others to who sees the records. */
export function isPassageShown(kind: Source['kind'], passage: Passage, sees: Sees): boolean {
	if (isForReport(kind, passage)) return true;
	return passage.record === null ? sees.records : whyWithheld(kind, sees) === null;
}

/** The passage as it is shown: with its own words, or with who reads them in their place. */
export function shownPassage(kind: Source['kind'], passage: Passage, sees: Sees): Passage {
	if (isPassageShown(kind, passage, sees)) return passage;
	const text =
		passage.record !== null && kind === 'staff-survey' && !sees.staffComments
			? forJudges
			: forThoseWhoSeeRecords;
	return { ...passage, text, quotation: false };
}
