/** The themes or standards that a review judges by, one line each: how it was evaluated, and how much was found. */
import {
	codesBelow,
	leadingFramework,
	sectionElements,
	type ReportInput
} from '#lib/reports/derive-input.ts';
import type { EvaluationStep } from '#lib/reports/report.ts';

export type ThemeLine = {
	code: string;
	title: string;
	/** Null: not evaluated yet. */
	evaluation: EvaluationStep | null;
	/** Whether a summary has been written. */
	summarised: boolean;
	strengths: number;
	areas: number;
	recommendations: number;
};

/** One line for each top element of the leading framework, in its order; none when the framework is not at hand. */
export function deriveThemeLines(input: ReportInput): ThemeLine[] {
	const framework = leadingFramework(input);
	if (!framework) return [];
	const { findings, evaluations, narratives, recommendations } = input.bundle;
	return sectionElements(framework).map((element) => {
		const codes = codesBelow(framework, element);
		const here = <Conclusion extends { element: string }>(all: readonly Conclusion[]) =>
			all.filter((each) => codes.has(each.element));
		const given = here(evaluations)[0];
		const found = here(findings);
		const strengths = found.filter(({ direction }) => direction === 'strength').length;
		return {
			code: element.code,
			title: element.title,
			evaluation: input.evaluationScale.steps.find(({ step }) => step === given?.step) ?? null,
			summarised: here(narratives).length > 0,
			strengths,
			areas: found.length - strengths,
			recommendations: here(recommendations).length
		};
	});
}
