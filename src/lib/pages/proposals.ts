/** The evidence of a review as findings are proposed from it. */
import {
	proposeFindings,
	type EvidenceOfElement,
	type ProposableMeasure,
	type ProposedFinding
} from '#lib/judgement/propose-findings.ts';
import { measureId } from '#lib/judgement/phrase-ties.ts';
import {
	codesBelow,
	leadingFramework,
	sectionElements,
	type ReportInput
} from '#lib/reports/derive-input.ts';
import { deriveMatrix } from './matrix-page.ts';
import { deriveCheckedMeasures } from './checked-measures.ts';
import type { CheckedMeasure } from './text-check.ts';

/** None where the leading framework is not at hand. */
export function deriveProposals(input: ReportInput): ProposedFinding[] {
	const framework = leadingFramework(input);
	if (!framework) return [];
	const { disagreements, without } = deriveMatrix(input);
	const measures = new Map(deriveCheckedMeasures(input).map((measure) => [measure.id, proposable(measure)]));
	const evidence = sectionElements(framework).map((section): EvidenceOfElement => {
		const codes = codesBelow(framework, section);
		return {
			element: section.code,
			title: section.title,
			measures: [...measures.values()].filter(({ elements }) => elements.some((code) => codes.has(code))),
			disagreements: disagreements
				.filter((each) => each.section === section.code)
				.flatMap(({ low, high }) => {
					const sides = [low, high].map((side) => measures.get(measureId(side.source, side.question)));
					return sides[0] && sides[1] ? [{ low: sides[0], high: sides[1] }] : [];
				}),
			bare: without.some(({ code, whole }) => whole && code === section.code),
			bareParts: without.filter(({ of, whole }) => !whole && of === section.code)
		};
	});
	return proposeFindings(evidence, input.bundle.findings, input.quantityScale);
}

const proposable = (measure: CheckedMeasure): ProposableMeasure => ({
	source: measure.source,
	sourceTitle: measure.sourceTitle,
	question: measure.question,
	label: measure.label,
	sentence: measure.sentence,
	positive: measure.positive,
	base: measure.base,
	term: measure.term ?? '',
	secure: measure.secure ?? null,
	touches: measure.touches ?? [],
	elements: measure.elements
});
