/**
 * A core component under the three questions: its words, what was judged of it, and all the evidence that is mapped to
 * it, directly or by way of the changes that it helps to bring about.
 */
import type { Crosswalk } from '#lib/frameworks/crosswalk.ts';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import {
	childrenOf,
	crosswalkLinks,
	elementsOfKind,
	findElement,
	locateElement,
	pathToTop,
	type LinkSeen
} from '#lib/frameworks/lookup.ts';
import type { QuantityScale } from '#lib/frameworks/scales.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import type { Figure } from '#lib/evidence/voices.ts';
import type { Readiness } from '#lib/judgement/readiness.ts';
import type { Action, ActionStatus } from '#lib/improvement/action.ts';
import { longDate } from '#lib/reports/dates.ts';
import type { ReportInput } from '#lib/reports/derive-input.ts';
import { figuresOn } from '#lib/reports/performance.ts';
import { counted, sentenceCase } from '#lib/reports/review-words.ts';
import { heardInWords, voicesOn } from '#lib/reports/voices.ts';
import type { AttachmentLine } from './attachments-page.ts';
import { fromSources, viewFinding, type FindingView, type FromSource } from './finding-view.ts';
import type { QuestionResult } from './question-result.ts';
import { bySource, mappedMeasures, voiceView, type VoiceView } from './theme-page.ts';
import type { JudgingPanel } from './judging-panel.ts';
import type { ReadinessSteps } from './readiness-cells.ts';
import type { Kept } from './save-answer.ts';
import type { TextCheck } from './text-check.ts';
import type { Sees } from './withheld.ts';

export type ComponentWords = {
	code: string;
	standard: { code: string; title: string };
	/** The words of the component, and of its parts where it has any. */
	text: string;
	parts: string[];
	inDevelopment: boolean;
	/** Whose words they are: `Social Work Scotland, self-directed support standards, 2021 edition`. */
	source: string;
	/** Which component of its standard, of how many. */
	number: number;
	count: number;
	/** Codes of the components before and after it, over all standards. */
	previous: string | null;
	next: string | null;
};

/** Items of an older list that say something of the component, word for word. */
export type MappedChecklist = {
	code: string;
	/** The words that the list begins with, and the document that they stand in. */
	text: string;
	source: string;
	items: { code: string; text: string; reason: string }[];
};

export type ComponentEvidence = {
	bands: QuantityScale['bands'];
	measures: FromSource<{ result: QuestionResult; findings: number }>[];
	voices: { heardIn: string; parts: FromSource<VoiceView>[] };
	figures: FromSource<Figure>[];
	findings: FindingView[];
	/** What speaks to a change that the component helps to bring about, and not to the component itself. */
	changes: ChangeEvidence[];
	checklists: MappedChecklist[];
};

export type ChangeEvidence = {
	code: string;
	text: string;
	/** Why we propose that the component brings it about. */
	reason: string;
	measures: FromSource<{ result: QuestionResult; findings: number }>[];
	voices: number;
};

export type ActionLine = {
	id: string;
	title: string;
	/** Whose it is, by when, and how far it has come. */
	what: string;
};

/** A component as its page shows it, and the panel beside the table. */
export type ComponentPage = {
	words: ComponentWords;
	scale: ReadinessSteps;
	readiness: Readiness;
	kept: Kept;
	evidence: ComponentEvidence;
	documents: AttachmentLine[];
	actions: ActionLine[];
	/** What was judged alone and agreed, and what has changed since. */
	judging: JudgingPanel | null;
	/** What its three texts are checked against, for who writes. */
	checks: { words: TextCheck; statement: TextCheck; whatNow: TextCheck } | null;
	/** Everybody judges on their own first; the stage is agreed after that. */
	independent: boolean;
	/** Why nothing can be changed any more; null while it can. */
	closed: string | null;
};

/** The words of a component of an edition; undefined when it has no such component. */
export function describeComponent(framework: Framework, code: string): ComponentWords | undefined {
	const component = findElement(framework, code);
	const standard = pathToTop(framework, code).at(-1);
	if (component?.kind !== 'core-component' || !standard) return undefined;
	const all = elementsOfKind(framework, 'core-component');
	const own = childrenOf(framework, standard.code, 'core-component');
	const at = all.indexOf(component);
	return {
		code,
		standard: { code: standard.code, title: standard.title },
		text: component.text,
		parts: childrenOf(framework, code, 'part').map(({ text }) => text),
		inDevelopment: component.status === 'in-development',
		source: `${framework.publisher}, ${framework.title.charAt(0).toLowerCase()}${framework.title.slice(1)}, ${framework.edition} edition`,
		number: own.indexOf(component) + 1,
		count: own.length,
		previous: all[at - 1]?.code ?? null,
		next: all[at + 1]?.code ?? null
	};
}

/** `framework`: the edition that the component is of; `sees`: what of the review whoever looks may see. */
export function deriveComponentEvidence(
	input: ReportInput,
	crosswalks: readonly Crosswalk[],
	framework: Framework,
	code: string,
	sees: Sees
): ComponentEvidence {
	const { sources, findings } = input.bundle;
	const codes = new Set([code, ...childrenOf(framework, code).map((part) => part.code)]);
	const own = findings.filter(
		({ element, elements }) => codes.has(element) || elements.some((each) => codes.has(each))
	);
	const voices = voicesOn(sources, codes);
	const measures = mappedMeasures(input, codes, own);
	const links = crosswalkLinks(crosswalks, referenceOf(framework), code);
	return {
		bands: input.quantityScale.bands,
		measures,
		voices: {
			heardIn: heardInWords(voices),
			parts: bySource(voices.all.map((voice) => voiceView(voice, sees)))
		},
		figures: fromSources(sources, (source) => figuresOn([source], codes).map(({ figure }) => figure)),
		findings: own.map((finding) => viewFinding(input, finding, sees)),
		changes: evidenceOnChanges(input, links, measures),
		checklists: mappedChecklists(input.frameworks, links)
	};
}

function evidenceOnChanges(
	input: ReportInput,
	links: readonly LinkSeen[],
	own: ComponentEvidence['measures']
): ChangeEvidence[] {
	const known = new Set(
		own.flatMap(({ source, parts }) => parts.map((part) => `${source} ${part.result.code}`))
	);
	return links
		.filter(({ crosswalk }) => crosswalk.id === 'components-changes')
		.flatMap(({ code, link }): ChangeEvidence[] => {
			const change = code === null ? undefined : locateElement(input.frameworks, code)?.element;
			if (!change) return [];
			const codes = new Set([change.code]);
			const measures = mappedMeasures(input, codes, [])
				.map((each) => ({
					...each,
					parts: each.parts.filter(({ result }) => !known.has(`${each.source} ${result.code}`))
				}))
				.filter(({ parts }) => parts.length > 0);
			const voices = voicesOn(input.bundle.sources, codes).all.length;
			return [{ code: change.code, text: change.text, reason: link.reason ?? '', measures, voices }];
		});
}

function mappedChecklists(frameworks: readonly Framework[], links: readonly LinkSeen[]): MappedChecklist[] {
	const items = links.flatMap(({ code, link, reference }) => {
		if (!reference?.startsWith('checklists@') || code === null) return [];
		const found = locateElement(frameworks, code);
		return found ? [{ ...found, reason: link.reason ?? '' }] : [];
	});
	return [...Map.groupBy(items, ({ element }) => element.parent ?? element.code)].map(([list, parts]) => {
		const { framework } = parts[0]!;
		const head = findElement(framework, list);
		return {
			code: list,
			text: head?.text ?? '',
			source: publicationOf(framework, head ?? parts[0]!.element),
			items: parts.map(({ element, reason }) => ({ code: element.code, text: element.text, reason }))
		};
	});
}

/** The document of a framework that an element stands in, with its year. */
function publicationOf({ source, furtherSources }: Framework, element: Element): string {
	const found = [source, ...furtherSources].find(({ document }) => document === element.source.document);
	return found ? [found.title, found.published?.slice(0, 4)].filter(Boolean).join(', ') : '';
}

const statusNames: Readonly<Record<ActionStatus, string>> = {
	'not-started': 'Not started',
	'in-progress': 'In progress',
	completed: 'Completed',
	stopped: 'Stopped'
};

/** `Head of learning, due 30 September 2026. In progress, 2 tests of change`. */
export function actionWords(
	{ owner, due, status }: Pick<Action, 'owner' | 'due' | 'status'>,
	tests: number
): string {
	const whose = [owner, due === null ? '' : `due ${longDate(due)}`].filter((part) => part !== '').join(', ');
	const standing = [
		statusNames[status],
		tests === 0 ? '' : counted(tests, 'test of change', 'tests of change')
	];
	const how = standing.filter((part) => part !== '').join(', ');
	return whose === '' ? how : `${sentenceCase(whose)}. ${how}`;
}
