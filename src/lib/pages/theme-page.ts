/**
 * The page of one theme or standard under the three questions: how well (the evaluation with its reason), how do we
 * know (findings by weight, every measure and passage mapped to it), what now (recommendations, linked standards).
 */
import type { Crosswalk } from '#lib/frameworks/crosswalk.ts';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { childrenOf, crosswalkLinks } from '#lib/frameworks/lookup.ts';
import type { QuantityScale } from '#lib/frameworks/scales.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import type { Direction, Figure } from '#lib/evidence/voices.ts';
import type { Finding } from '#lib/judgement/judgement.ts';
import type { NarrativeDocument } from '#lib/judgement/narrative-document.ts';
import { documentOfParagraphs, withLinksTo } from '#lib/judgement/narrative-text.ts';
import { weighFindings, type WeightGroup } from '#lib/judgement/weigh.ts';
import type { Recommendation } from '#lib/improvement/recommendation.ts';
import {
	codesBelow,
	findMeasure,
	leadingFramework,
	measuresOf,
	sectionElements,
	type ReportInput
} from '#lib/reports/derive-input.ts';
import { figuresOn } from '#lib/reports/performance.ts';
import { heardInWords, isLost, voicesOn, type Voice } from '#lib/reports/voices.ts';
import { fromSources, viewFinding, type FindingView, type FromSource } from './finding-view.ts';
import { deriveQuestionResult, type QuestionResult } from './question-result.ts';
import type { EvaluationStep } from '#lib/reports/report.ts';
import { proposedLinks, type ProposedLink } from './standard-page.ts';
import { deriveThemeLines, type ThemeLine } from './theme-lines.ts';
import { shownPassage, type Sees } from './withheld.ts';

/** A passage as it is shown; `saidBy` is a group, `note` the note that it stands in. */
export type VoiceView = {
	id: string;
	source: string;
	title: string;
	text: string;
	quotation: boolean;
	saidBy: string | null;
	note: string | null;
	/** Its words stand in the note no more. */
	lost: boolean;
};

export type ThemePage = {
	code: string;
	title: string;
	/** Which of how many. */
	number: number;
	count: number;
	/** The publisher's own words for what good looks like. */
	quoted: { text: string; source: string } | null;
	steps: EvaluationStep[];
	evaluation: { step: EvaluationStep; reason: string; published: string | null } | null;
	/** Null where none was written. */
	summary: NarrativeDocument | null;
	strengths: WeightGroup<FindingView>[];
	areas: WeightGroup<FindingView>[];
	bands: QuantityScale['bands'];
	/** Every measure mapped to the theme by its question, with how many findings of the theme rest on it. */
	measures: FromSource<{ result: QuestionResult; findings: number }>[];
	voices: {
		/** On how many occasions the theme was spoken of; empty where it was not. */
		heardIn: string;
		strengths: VoiceView[];
		areas: VoiceView[];
	};
	/** Those that speak neither of a strength nor of an area for improvement. */
	passages: FromSource<VoiceView>[];
	/** Small tables of performance data. */
	figures: FromSource<Figure>[];
	recommendations: Recommendation[];
	standards: ProposedLink[];
	previous: ThemeLine | null;
	next: ThemeLine | null;
};

/** The page of a top element of the leading framework; undefined when it has no such element. */
export function deriveThemePage(
	input: ReportInput,
	crosswalks: readonly Crosswalk[],
	code: string,
	sees: Sees
): ThemePage | undefined {
	const framework = leadingFramework(input);
	const elements = framework ? sectionElements(framework) : [];
	const element = elements.find((each) => each.code === code);
	if (!framework || !element) return undefined;
	const codes = codesBelow(framework, element);
	const at = elements.indexOf(element);
	const lines = deriveThemeLines(input);
	const voices = voicesOn(input.bundle.sources, codes);
	const spoken = (direction: Direction | null) =>
		voices.all
			.filter(({ passage }) => passage.direction === direction)
			.map((voice) => voiceView(voice, sees));
	const findings = input.bundle.findings
		.filter((finding) => codes.has(finding.element))
		.map((finding) => viewFinding(input, finding, sees));
	return {
		code,
		title: element.title,
		number: at + 1,
		count: elements.length,
		quoted: quotedWords(framework, element),
		steps: [...input.evaluationScale.steps],
		evaluation: evaluationOf(input, codes),
		summary: summaryOf(input, codes),
		strengths: weighFindings(findings, 'strength'),
		areas: weighFindings(findings, 'area-for-improvement'),
		bands: input.quantityScale.bands,
		measures: mappedMeasures(input, codes, findings),
		voices: {
			heardIn: heardInWords(voices),
			strengths: spoken('strength'),
			areas: spoken('area-for-improvement')
		},
		passages: bySource(spoken(null)),
		figures: fromSources(input.bundle.sources, (source) =>
			figuresOn([source], codes).map(({ figure }) => figure)
		),
		recommendations: input.bundle.recommendations.filter(({ element: of }) => codes.has(of)),
		standards: proposedLinks(
			{ frameworks: input.frameworks, crosswalks, instruments: [] },
			crosswalkLinks(crosswalks, referenceOf(framework), code).filter(
				({ crosswalk }) => crosswalk.status === 'proposed'
			)
		),
		previous: lines[at - 1] ?? null,
		next: lines[at + 1] ?? null
	};
}

/** The quality indicator of a theme; the statement of a standard. */
function quotedWords(framework: Framework, element: Element): ThemePage['quoted'] {
	const from = [framework.publisher, framework.source.title, framework.source.published?.slice(0, 4)];
	const indicator = childrenOf(framework, element.code, 'quality-indicator')[0];
	const source = from.filter(Boolean).join(', ');
	if (indicator) return { text: indicator.text, source: `Quality indicator. ${source}` };
	return element.text === element.title ? null : { text: element.text, source };
}

function evaluationOf(input: ReportInput, codes: ReadonlySet<string>): ThemePage['evaluation'] {
	const given = input.bundle.evaluations.find(({ element }) => codes.has(element));
	const step = input.evaluationScale.steps.find((each) => each.step === given?.step);
	if (!given || !step) return null;
	const document = given.source?.document;
	const publication = input.frameworks
		.flatMap(({ source, furtherSources, publisher }) =>
			[source, ...furtherSources].map((each) => ({ ...each, publisher }))
		)
		.find((each) => document !== undefined && each.document === document);
	const published = publication
		? [publication.publisher, publication.title, publication.published?.slice(0, 4)]
				.filter(Boolean)
				.join(', ')
		: null;
	return { step, reason: given.reason, published };
}

function summaryOf(input: ReportInput, codes: ReadonlySet<string>): NarrativeDocument | null {
	const written = input.bundle.narratives.find(
		({ part, element }) => part === 'summary' && codes.has(element)
	);
	if (!written) return null;
	const document = written.document ?? documentOfParagraphs(written.paragraphs);
	return withLinksTo(document, (measure) => findMeasure(input, measure) !== undefined);
}

/** Every measure mapped to one of the elements, with how many of the findings rest on it. */
export function mappedMeasures(
	input: ReportInput,
	codes: ReadonlySet<string>,
	findings: readonly Finding[]
): ThemePage['measures'] {
	const links = findings.map((finding) => finding.links);
	return fromSources(input.bundle.sources, (source) =>
		measuresOf(input, source)
			.filter(({ question }) => question.elements.some((element) => codes.has(element)))
			.map((place) => ({
				result: deriveQuestionResult(place, input.quantityScale),
				findings: links.filter((of) =>
					of.some((link) => link.source === source.id && link.question === place.question.code)
				).length
			}))
	);
}

/** A passage as whoever looks may see it. */
export function voiceView({ source, passage }: Voice, sees: Sees): VoiceView {
	const { id, text, quotation, saidBy, note } = shownPassage(source.kind, passage, sees);
	const lost = isLost(passage);
	return { id, source: source.id, title: source.title, text, quotation, saidBy, note, lost };
}

export function bySource(voices: readonly VoiceView[]): ThemePage['passages'] {
	return [...Map.groupBy(voices, ({ source }) => source)].map(([source, parts]) => ({
		source,
		title: parts[0]!.title,
		parts
	}));
}
