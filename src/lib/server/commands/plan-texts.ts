/** What is written about a review as a whole, tidied and checked: for one that starts and one that goes on. Pure. */
import { isDay } from '#lib/evidence/iso-date.ts';
import { paragraphsOf, textOfParagraphs, tidyLine } from '#lib/judgement/written-text.ts';
import { FormProblem } from '../problems.ts';

export type PlanTexts = {
	title: string;
	/** The period that the review looks at, YYYY-MM-DD. */
	from: string;
	to: string;
	/** What the report says of itself first; a line is a paragraph. */
	about: string;
};

/** Letters. */
const longest = { title: 200, about: 20_000 };

/** Throws form-invalid, field by field. */
export function checkedPlan(written: PlanTexts): PlanTexts {
	const plan = {
		title: tidyLine(written.title),
		from: written.from.trim(),
		to: written.to.trim(),
		about: textOfParagraphs(paragraphsOf(written.about))
	};
	const faults: Record<string, string> = {};
	if (plan.title === '') faults.title = 'Write a title.';
	else if (plan.title.length > longest.title) faults.title = `Write at most ${longest.title} letters.`;
	if (!isDay(plan.from)) faults.from = 'Write the first day of the period, such as 2026-04-01.';
	if (!isDay(plan.to)) faults.to = 'Write the last day of the period, such as 2027-03-31.';
	else if (isDay(plan.from) && plan.to < plan.from) faults.to = 'The last day is before the first.';
	if (plan.about.length > longest.about) faults.about = `Write at most ${longest.about} letters.`;
	if (Object.keys(faults).length > 0) throw new FormProblem(faults);
	return plan;
}
