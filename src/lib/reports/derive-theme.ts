/**
 * The section of one theme or standard: the publisher's quality indicator, the evaluation with its reason and what
 * was weighed, the narratives, the findings each with its evidence, what people told us, performance data, the
 * recommendations, and how all statements on it were answered.
 */
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { childrenOf } from '#lib/frameworks/lookup.ts';
import type { Finding } from '#lib/judgement/judgement.ts';
import { listed } from '#lib/measures/figures.ts';
import type { Bundle } from './bundle.ts';
import { chartsOf } from './derive-chart.ts';
import { evidenceOf, linkedMeasures } from './derive-evidence.ts';
import { codesBelow, type ReportInput } from './derive-input.ts';
import { isJudgedByReadiness, readinessBlocks } from './derive-readiness.ts';
import { linkedRuns } from './linked-runs.ts';
import { narratives } from './derive-narratives.ts';
import { performanceOn } from './performance.ts';
import type { Block, ReportSection } from './report.ts';
import { whatPeopleToldUs } from './derive-told.ts';
import { counted, sentenceCase } from './review-words.ts';
import { sectionWriter, type Counter, type SectionWriter } from './section-writer.ts';

/** Number of the paragraph in which a finding stands, by the id of the finding. */
export type Places = Map<string, string>;

/**
 * The section of an element; `exhibits` counts through the whole report, and `places` takes in where each finding
 * stands.
 */
export function deriveThemeSection(
	input: ReportInput,
	framework: Framework,
	element: Element,
	number: string,
	exhibits: Counter,
	places: Places
): ReportSection {
	const id = `section-${number}`;
	const write = sectionWriter(number, id);
	const codes = codesBelow(framework, element);
	const findings = input.bundle.findings.filter((finding) => codes.has(finding.element));
	const evaluated = isJudgedByReadiness(input, framework, element)
		? readinessBlocks(input, framework, element, write)
		: evaluation(input, codes, write);
	const written = narratives(input, codes, write);
	const found = findingBlocks(input, findings, write, places, exhibits);
	const told = whatPeopleToldUs(input, codes, write);
	return {
		id,
		number,
		code: element.code,
		title: element.title,
		blocks: [
			...quotation(framework, element),
			...evaluated,
			...weighed(findings, places),
			...written,
			...found,
			...told,
			...performanceOn(input.bundle.sources, codes, write),
			...recommendations(input, codes, write),
			...chartsOf(input, codes, write, exhibits, id)
		]
	};
}

/** The quality indicator of a theme, the statement of a standard: the publisher's own words. */
function quotation(framework: Framework, element: Element): Block[] {
	const indicator = childrenOf(framework, element.code, 'quality-indicator')[0];
	if (indicator)
		return [{ kind: 'quote', text: indicator.text, source: `Quality indicator, ${framework.publisher}` }];
	if (element.text === element.title) return [];
	return [{ kind: 'quote', text: element.text, source: framework.publisher }];
}

function evaluation(input: ReportInput, codes: ReadonlySet<string>, write: SectionWriter): Block[] {
	const given = input.bundle.evaluations.find(({ element }) => codes.has(element));
	const { steps } = input.evaluationScale;
	const chosen = steps.find(({ step }) => step === given?.step);
	if (!given || !chosen)
		return [write.heading('Evaluation', 'unlisted'), write.plain('No evaluation has been given yet.')];
	return [
		write.heading(`Evaluation: ${chosen.name} (${chosen.step})`, 'unlisted'),
		{ kind: 'evaluation', chosen, steps: [...steps] },
		write.paragraph(given.reason)
	];
}

/** Which paragraphs were weighed on either side, and which of them more than others. */
function weighed(findings: readonly Finding[], places: Places): Block[] {
	const side = (direction: Finding['direction'], one: string, many: string) => {
		const numbers = findings
			.filter((finding) => finding.direction === direction)
			.map(
				(finding) =>
					`${places.get(finding.id)!}${finding.weight === 'ordinary' ? '' : ` (${finding.weight})`}`
			);
		const noun = numbers.length === 1 ? 'paragraph' : 'paragraphs';
		return numbers.length === 0
			? []
			: [`${sentenceCase(counted(numbers.length, one, many))}: ${noun} ${listed(numbers)}.`];
	};
	const items = [
		...side('strength', 'strength', 'strengths'),
		...side('area-for-improvement', 'area for improvement', 'areas for improvement')
	];
	return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** What a finding is, its weight, and why the weight is not ordinary. */
function standing({ direction, weight, reason }: Finding): string {
	const name = direction === 'strength' ? 'Strength' : 'Area for improvement';
	return weight === 'ordinary' ? `${name}.` : `${name}, ${weight} weight: ${reason}`;
}

/** Findings under their headings, in the order in which they were written; then the evidence of each heading. */
function findingBlocks(
	input: ReportInput,
	findings: readonly Finding[],
	write: SectionWriter,
	places: Places,
	exhibits: Counter
): Block[] {
	if (findings.length === 0)
		return [write.heading('Findings', 'unlisted'), write.plain('No findings have been written yet.')];
	const headings = [...new Set(findings.map(({ heading }) => heading))];
	return headings.flatMap((heading) => {
		const group = findings.filter((finding) => finding.heading === heading);
		const opening = write.heading(heading);
		const paragraphs = group.map((finding) => {
			const measures = linkedMeasures(input, finding.links);
			const paragraph = write.paragraph(linkedRuns(finding.text, measures), standing(finding));
			places.set(finding.id, paragraph.number);
			return paragraph;
		});
		const links = group.flatMap((finding) => finding.links);
		return [opening, ...paragraphs, ...evidenceOf(input, links, exhibits)];
	});
}

function recommendations(input: ReportInput, codes: ReadonlySet<string>, write: SectionWriter): Block[] {
	const asked = input.bundle.recommendations.filter(({ element }) => codes.has(element));
	const heading = write.heading(asked.length === 1 ? 'Recommendation' : 'Recommendations', 'unlisted');
	if (asked.length === 0) return [heading, write.plain('No recommendation is made in this section.')];
	return [
		heading,
		...asked.map(({ number, text }): Block => ({ kind: 'recommendation', number, text, paragraphs: [] }))
	];
}

/** The section with the paragraphs that its recommendations answer, once all paragraphs have their numbers. */
export function answering(
	section: ReportSection,
	{ recommendations }: Pick<Bundle, 'recommendations'>,
	places: ReadonlyMap<string, string>
): ReportSection {
	const blocks = section.blocks.map((block): Block => {
		if (block.kind !== 'recommendation') return block;
		const asked = recommendations.find(({ number }) => number === block.number);
		return { ...block, paragraphs: answeredParagraphs(asked?.findings ?? [], places) };
	});
	return { ...section, blocks };
}

/** The numbers of the paragraphs of findings, in the order of the report; findings that have none are left out. */
export function answeredParagraphs(
	findings: readonly string[],
	places: ReadonlyMap<string, string>
): string[] {
	const named = new Set(findings);
	return [...places].filter(([finding]) => named.has(finding)).map(([, number]) => number);
}
