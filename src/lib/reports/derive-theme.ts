/**
 * The section of one theme or standard: the publisher's quality indicator, the evaluation with its reason and what
 * was weighed, the summary, the findings each with its evidence, and the recommendations.
 */
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { childrenOf } from '#lib/frameworks/lookup.ts';
import type { Finding } from '#lib/judgement/judgement.ts';
import { chartsOf, evidenceOf } from './derive-evidence.ts';
import { codesBelow, findMeasure, type ReportInput } from './derive-input.ts';
import { linkedRuns } from './linked-runs.ts';
import { listed } from './quantity-strip-words.ts';
import type { Block, ReportSection } from './report.ts';
import { sectionWriter, type Counter, type SectionWriter } from './section-writer.ts';

/** Number of the paragraph in which a finding stands. */
type Places = ReadonlyMap<Finding, string>;

/** The section of an element; `exhibits` counts through the whole report. */
export function deriveThemeSection(
	input: ReportInput,
	framework: Framework,
	element: Element,
	number: string,
	exhibits: Counter
): ReportSection {
	const id = `section-${number}`;
	const write = sectionWriter(number, id);
	const codes = codesBelow(framework, element);
	const findings = input.bundle.findings.filter((finding) => codes.has(finding.element));
	const places = new Map<Finding, string>();
	const evaluated = evaluation(input, codes, write);
	const summed = summary(input, codes, write);
	const found = findingBlocks(input, findings, write, places, exhibits);
	return {
		id,
		number,
		code: element.code,
		title: element.title,
		blocks: [
			...quotation(framework, element),
			...evaluated,
			...weighed(findings, places),
			...summed,
			...found,
			...chartsOf(input, codes, write, exhibits, id),
			...recommendations(input, codes, write, findings, places)
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
		return [write.heading('Evaluation', true), write.plain('No evaluation has been given yet.')];
	return [
		write.heading(`Evaluation: ${chosen.name} (${chosen.step})`),
		{ kind: 'evaluation', chosen, steps: [...steps] },
		write.paragraph(given.reason)
	];
}

/** Which paragraphs were weighed, and which of them more than others. */
function weighed(findings: readonly Finding[], places: Places): Block[] {
	if (findings.length === 0) return [];
	const named = (direction: Finding['direction'], one: string, many: string) => {
		const numbers = findings.filter((each) => each.direction === direction).map((each) => places.get(each)!);
		if (numbers.length === 0) return [];
		return [
			`${numbers.length === 1 ? `1 ${one}` : `${numbers.length} ${many}`}: ${paragraphNames(numbers)}.`
		];
	};
	const heavier = findings
		.filter(({ weight }) => weight !== 'ordinary')
		.map(
			(each) => `Given more weight, ${each.weight}: ${paragraphNames([places.get(each)!])}. ${each.reason}`
		);
	return [
		{
			kind: 'list',
			items: [
				...named('strength', 'strength', 'strengths'),
				...named('area-for-improvement', 'area for improvement', 'areas for improvement'),
				...heavier
			]
		}
	];
}

function paragraphNames(numbers: readonly string[]): string {
	return `paragraph${numbers.length === 1 ? '' : 's'} ${listed(numbers)}`;
}

function summary(input: ReportInput, codes: ReadonlySet<string>, write: SectionWriter): Block[] {
	const narrative = input.bundle.narratives.find(
		({ element, part }) => part === 'summary' && codes.has(element)
	);
	const heading = write.heading('Summary', true);
	if (!narrative) return [heading, write.plain('No summary has been written yet.')];
	return [heading, ...narrative.paragraphs.map((text) => write.paragraph(text))];
}

/** Findings under their headings, in the order in which they were written; then the evidence of each heading. */
function findingBlocks(
	input: ReportInput,
	findings: readonly Finding[],
	write: SectionWriter,
	places: Map<Finding, string>,
	exhibits: Counter
): Block[] {
	if (findings.length === 0)
		return [write.heading('Findings', true), write.plain('No findings have been written yet.')];
	const headings = [...new Set(findings.map(({ heading }) => heading))];
	return headings.flatMap((heading) => {
		const group = findings.filter((finding) => finding.heading === heading);
		const opening = write.heading(heading);
		const paragraphs = group.map((finding) => {
			const measures = finding.links.flatMap(({ source, question }) => {
				const found = question === undefined ? undefined : findMeasure(input, { source, question });
				return found ? [found] : [];
			});
			const paragraph = write.paragraph(linkedRuns(finding.text, measures));
			places.set(finding, paragraph.number);
			return paragraph;
		});
		const links = group.flatMap((finding) => finding.links);
		return [opening, ...paragraphs, ...evidenceOf(input, links, exhibits)];
	});
}

function recommendations(
	input: ReportInput,
	codes: ReadonlySet<string>,
	write: SectionWriter,
	findings: readonly Finding[],
	places: Places
): Block[] {
	const asked = input.bundle.recommendations.filter(({ element }) => codes.has(element));
	const heading = write.heading(asked.length === 1 ? 'Recommendation' : 'Recommendations', true);
	if (asked.length === 0) return [heading, write.plain('No recommendation is made in this section.')];
	const paragraphs = findings
		.filter(({ direction }) => direction === 'area-for-improvement')
		.map((finding) => places.get(finding)!);
	return [
		heading,
		...asked.map(({ number, text }): Block => ({ kind: 'recommendation', number, text, paragraphs }))
	];
}
