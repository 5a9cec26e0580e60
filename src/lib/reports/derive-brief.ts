/** The review in brief: every evaluation, the findings that weigh most, and all recommendations. */
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import type { Finding } from '#lib/judgement/judgement.ts';
import { linkedMeasures } from './derive-evidence.ts';
import { codesBelow, sectionElements, type ReportInput } from './derive-input.ts';
import { isJudgedByReadiness, readinessInBrief } from './derive-readiness.ts';
import { linkedRuns } from './linked-runs.ts';
import type { Block, PointsBlock, ReportSection, TableBlock } from './report.ts';
import { sectionWriter, type SectionWriter } from './section-writer.ts';

type Theme = { title: string; element: Element; codes: ReadonlySet<string> };

/**
 * The section that stands before all others.
 * @param places number of the paragraph in which a finding stands, by its id
 */
export function deriveBrief(
	input: ReportInput,
	framework: Framework | undefined,
	places: ReadonlyMap<string, string>
): ReportSection {
	const id = 'brief';
	const write = sectionWriter('', id);
	const themes = framework
		? sectionElements(framework).map((element, index): Theme => ({
				title: `${index + 2}. ${element.title}`,
				element,
				codes: codesBelow(framework, element)
			}))
		: [];
	return {
		id,
		number: '',
		code: null,
		title: 'The review in brief',
		blocks: [
			...(framework && themes.some(({ element }) => isJudgedByReadiness(input, framework, element))
				? readinessInBrief(input, framework, themes, write)
				: evaluations(input, themes, write)),
			...mainFindings(input, themes, write, places),
			...recommendations(input, themes, write)
		]
	};
}

function evaluations(input: ReportInput, themes: readonly Theme[], write: SectionWriter): Block[] {
	const rows = themes.map(({ title, codes }) => {
		const given = input.bundle.evaluations.find(({ element }) => codes.has(element));
		const step = input.evaluationScale.steps.find((each) => each.step === given?.step);
		return [title, step ? `${step.name} (${step.step})` : 'not given yet'];
	});
	const heading = write.heading('Evaluations', 'unlisted');
	if (rows.length === 0) return [heading, write.plain('There are no sections to evaluate.')];
	const table: TableBlock = {
		kind: 'table',
		id: null,
		caption: 'Evaluation of each section',
		headers: ['Section', 'Evaluation'],
		rows,
		numeric: [],
		note: null
	};
	return [heading, table];
}

/** Findings of more than ordinary weight, strengths first in each section. */
function mainFindings(
	input: ReportInput,
	themes: readonly Theme[],
	write: SectionWriter,
	places: ReadonlyMap<string, string>
): Block[] {
	const weighty = input.bundle.findings.filter(({ id, weight }) => weight !== 'ordinary' && places.has(id));
	const heading = write.heading('Main strengths and areas for improvement', 'unlisted');
	if (weighty.length === 0)
		return [heading, write.plain('No finding has been given more than ordinary weight.')];
	const groups = themes.flatMap(({ title, codes }): PointsBlock['groups'] => {
		const own = weighty.filter(({ element }) => codes.has(element));
		const sorted = [...of('strength', own), ...of('area-for-improvement', own)];
		return sorted.length === 0
			? []
			: [{ title, items: sorted.map((finding) => point(input, finding, places.get(finding.id)!)) }];
	});
	return [heading, { kind: 'points', groups }];
}

const of = (direction: Finding['direction'], findings: readonly Finding[]) =>
	findings.filter((finding) => finding.direction === direction);

function point(input: ReportInput, finding: Finding, paragraph: string) {
	const name = finding.direction === 'strength' ? 'Strength' : 'Area for improvement';
	return {
		mark: paragraph,
		target: `paragraph-${paragraph}`,
		runs: linkedRuns(firstSentence(finding.text), linkedMeasures(input, finding.links)),
		remark: `${name}, ${finding.weight}`
	};
}

/** A full stop ends a sentence where a capital follows; the whole text where none does. */
function firstSentence(text: string): string {
	return /^.*?[.!?](?=\s+[“‘(]?\p{Lu})/su.exec(text)?.[0] ?? text;
}

function recommendations(input: ReportInput, themes: readonly Theme[], write: SectionWriter): Block[] {
	const heading = write.heading('Recommendations', 'unlisted');
	const items = input.bundle.recommendations.map(({ number, text, element }) => ({
		mark: String(number),
		target: `recommendation-${number}`,
		runs: [{ text }],
		remark: themes.find(({ codes }) => codes.has(element))?.title ?? ''
	}));
	if (items.length === 0) return [heading, write.plain('No recommendation is made.')];
	return [heading, { kind: 'points', groups: [{ title: null, items }] }];
}
