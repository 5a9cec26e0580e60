/** The evidence of a review as findings are proposed from it. */
import {
	proposeFindings,
	type EvidenceOfElement,
	type ProposableMeasure,
	type ProposedFinding
} from '#lib/judgement/propose-findings.ts';
import { hasShare } from '#lib/measures/tally.ts';
import {
	codesBelow,
	leadingFramework,
	measuresOf,
	sectionElements,
	type MeasureInPlace,
	type ReportInput
} from '#lib/reports/derive-input.ts';
import { deriveMatrix } from './matrix-page.ts';

/** None where the leading framework is not at hand. */
export function deriveProposals(input: ReportInput): ProposedFinding[] {
	const framework = leadingFramework(input);
	if (!framework) return [];
	const { disagreements, without } = deriveMatrix(input);
	const places = input.bundle.sources.flatMap((source) => measuresOf(input, source)).filter(isTold);
	const measures = new Map(places.map((place) => [keyOf(place.key), measureOf(place)]));
	const evidence = sectionElements(framework).map((section): EvidenceOfElement => {
		const codes = codesBelow(framework, section);
		return {
			element: section.code,
			title: section.title,
			measures: places
				.filter(({ question }) => question.elements.some((code) => codes.has(code)))
				.map(({ key }) => measures.get(keyOf(key))!),
			disagreements: disagreements
				.filter((each) => each.section === section.code)
				.flatMap(({ low, high }) => {
					const sides = [measures.get(keyOf(low)), measures.get(keyOf(high))];
					return sides[0] && sides[1] ? [{ low: sides[0], high: sides[1] }] : [];
				}),
			bare: without.some(({ code, whole }) => whole && code === section.code),
			bareParts: without.filter(({ of, whole }) => !whole && of === section.code)
		};
	});
	return proposeFindings(evidence, input.bundle.findings, input.quantityScale);
}

const keyOf = ({ source, question }: { source: string; question: string }) => `${source}/${question}`;

function isTold({ question, measure }: MeasureInPlace): boolean {
	return hasShare(question) && measure.term !== null && measure.base > 0 && !measure.hidden;
}

function measureOf({ key, source, question, measure }: MeasureInPlace): ProposableMeasure {
	return {
		...key,
		sourceTitle: source.title,
		label: question.label ?? question.wording,
		message: question.message ?? null,
		positive: measure.positive,
		base: measure.base,
		term: measure.term!,
		secure: measure.secure,
		touches: measure.touches,
		elements: question.elements
	};
}
