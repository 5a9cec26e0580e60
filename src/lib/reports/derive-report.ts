/** From a review with its measures to the report: the one way in which any format of it comes about. */
import { deriveAboutSection } from './derive-about.ts';
import { deriveActionsSection } from './derive-actions.ts';
import { deriveAnnexes } from './derive-annexes.ts';
import { leadingFramework, sectionElements, type ReportInput } from './derive-input.ts';
import { deriveBrief } from './derive-brief.ts';
import { answering, deriveThemeSection, type Places } from './derive-theme.ts';
import { dateRange, longDate } from './dates.ts';
import type { Report } from './report.ts';
import { kindNames } from './review-words.ts';
import { counter } from './section-writer.ts';

export type { ReportInput } from './derive-input.ts';

/**
 * Derives the evaluation report of a review: the review in brief, what it is about, a section for each theme or
 * standard of its first framework, what is done next, and two annexes. What is missing is said to be missing; nothing throws. The same input gives the same
 * report.
 */
export function deriveReport(input: ReportInput): Report {
	const { review } = input.bundle;
	const framework = leadingFramework(input);
	const exhibits = counter();
	const places: Places = new Map();
	const themes = framework
		? sectionElements(framework)
				.map((element, index) =>
					deriveThemeSection(input, framework, element, String(index + 2), exhibits, places)
				)
				.map((section) => answering(section, input.bundle, places))
		: [];
	const next = deriveActionsSection(input, String(themes.length + 2));
	return {
		title: review.title,
		subtitle: `Evaluation report of a ${kindNames[review.kind].toLowerCase()}`,
		period: dateRange(review.from, review.to),
		language: 'en-GB',
		partnership: input.partnershipName,
		publisher: 'Cairn',
		version: input.issuedOn ? `Issued ${longDate(input.issuedOn)}` : 'Draft',
		standing: review.standing,
		generatedOn: input.generatedOn,
		notice: review.notice,
		brief: deriveBrief(input, framework, places),
		sections: [deriveAboutSection(input), ...themes, ...(next ? [next] : [])],
		annexes: deriveAnnexes(input)
	};
}
