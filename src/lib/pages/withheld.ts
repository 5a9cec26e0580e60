/** Who reads what people wrote in their own words, and what stands on a page for the others. */
import type { Source } from '#lib/evidence/source.ts';

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
