/** What the form of a recommendation says, checked field by field. */
import { tidyLine } from '#lib/judgement/written-text.ts';
import type { Database } from '../db/open.ts';
import { FormProblem } from '../problems.ts';
import { recommendationChoices } from '../queries/recommendations.ts';

/** As the form sends them; `findings` are their names with spaces between. */
export type RecommendationTexts = { text: string; element: string; findings: string };

/** Letters. */
const longest = 2_000;

/** Throws a form-invalid Problem. `texts` are tidied, as they are kept. */
export function checkedRecommendation(
	db: Database,
	review: string,
	asked: RecommendationTexts
): { texts: RecommendationTexts; values: { text: string; element: string; findings: string[] } } {
	const choices = recommendationChoices(db, review);
	const named = asked.findings.split(/\s+/);
	const findings = choices.findings.map(({ value }) => value).filter((value) => named.includes(value));
	const text = tidyLine(asked.text);
	const faults: Record<string, string> = {};
	if (text === '') faults.text = 'Write what is recommended.';
	if (text.length > longest) faults.text = `Write at most ${longest} letters; these are ${text.length}.`;
	if (!choices.elements.some(({ value }) => value === asked.element))
		faults.element = 'Choose what it belongs to.';
	if (Object.keys(faults).length > 0) throw new FormProblem(faults);
	const values = { text, element: asked.element, findings };
	return { texts: { ...values, findings: findings.join(' ') }, values };
}
