/** How a measure is named where one is chosen, and how a phrase is tied to it. */
import type { MeasureLink } from '#lib/judgement/narrative-document.ts';
import type { CheckedMeasure } from '#lib/pages/text-check.ts';

/** `Case files: Four options discussed`. */
export const nameOf = ({ sourceTitle, label }: CheckedMeasure) => `${sourceTitle}: ${label}`;

/** `47 of 60 (78%): most`. */
export const saidBy = ({ kOfN, percent, spoken }: CheckedMeasure) =>
	`${kOfN}${percent === '' ? '' : ` (${percent})`}: ${spoken}`;

/** The tie to a measure as it stands now. */
export const linkTo = ({ source, question, positive, base }: CheckedMeasure): MeasureLink => ({
	source,
	question,
	said: { positive, base }
});
