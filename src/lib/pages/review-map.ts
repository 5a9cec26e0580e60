/**
 * The change map of a self-evaluation: each change with the core components that are linked to it, at the stages that
 * they were judged to be at, and the evidence that speaks to it. Assembled, never averaged.
 */
import type { Crosswalk } from '#lib/frameworks/crosswalk.ts';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import {
	childrenOf,
	crosswalkLinks,
	elementsOfKind,
	findElement,
	pathToTop
} from '#lib/frameworks/lookup.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import { spreadMessage, spreadOver, type StageSpread } from '#lib/judgement/readiness-spread.ts';
import type { Readiness } from '#lib/judgement/readiness.ts';
import type { ReportInput } from '#lib/reports/derive-input.ts';
import { heardInWords, voicesOn } from '#lib/reports/voices.ts';
import { quotedFrom, type QuotedFrom } from './framework-source.ts';
import type { FromSource } from './finding-view.ts';
import type { QuestionResult } from './question-result.ts';
import { componentLines, type ComponentLine } from './standard-judgement.ts';
import type { ReadinessSteps } from './readiness-cells.ts';
import { bySource, mappedMeasures, voiceView, type VoiceView } from './theme-page.ts';
import type { Sees } from './withheld.ts';

export type MapInput = {
	map: Framework;
	standards: Framework;
	crosswalks: readonly Crosswalk[];
	scale: ReadinessSteps;
	readiness: readonly Readiness[];
	/** YYYY-MM-DD. */
	today: string;
};

export type MapChange = {
	code: string;
	text: string;
	/** Components linked to it, and how they are spread; from the last stage to the first. */
	components: number;
	stages: { step: number; count: number }[];
	todo: number;
	message: string;
	/** Questions of the review that give evidence on it, and passages that speak of it. */
	questions: number;
	voices: number;
};

export type ReviewMap = {
	columns: { code: string; title: string; outcomes: string[]; changes: MapChange[] }[];
	from: QuotedFrom;
};

export type LinkedComponent = ComponentLine & {
	standard: string;
	/** Why we propose the link. */
	reason: string;
};

export type MapChangePage = {
	code: string;
	text: string;
	column: string;
	message: string;
	stages: StageSpread[];
	todo: string[];
	components: LinkedComponent[];
	bands: ReportInput['quantityScale']['bands'];
	measures: FromSource<{ result: QuestionResult; findings: number }>[];
	heardIn: string;
	voices: FromSource<VoiceView>[];
	previous: { code: string; text: string } | null;
	next: { code: string; text: string } | null;
};

/** The whole map in the order in which it was published. */
export function deriveReviewMap(input: MapInput, evidence: ReportInput): ReviewMap {
	const lines = allLines(input);
	return {
		columns: elementsOfKind(input.map, 'column').map(({ code, title }) => ({
			code,
			title,
			outcomes: childrenOf(input.map, code, 'outcome').map(({ text }) => text),
			changes: childrenOf(input.map, code, 'change').map((change) => changeOf(input, lines, evidence, change))
		})),
		from: quotedFrom(input.map)
	};
}

/** One change; undefined for a code that is none. */
export function deriveMapChange(
	input: MapInput,
	evidence: ReportInput,
	code: string,
	sees: Sees
): MapChangePage | undefined {
	const change = findElement(input.map, code);
	if (change?.kind !== 'change') return undefined;
	const components = linkedTo(input, allLines(input), code);
	const codes = new Set([code]);
	const voices = voicesOn(evidence.bundle.sources, codes);
	const changes = elementsOfKind(input.map, 'change');
	const at = changes.indexOf(change);
	const named = (other: Element | undefined) => (other ? { code: other.code, text: other.text } : null);
	return {
		code,
		text: change.text,
		column: pathToTop(input.map, code).at(-1)?.title ?? '',
		message: spreadMessage(components),
		stages: spreadOver(input.scale.howWell, components),
		todo: notJudged(components).map((line) => line.code),
		components,
		bands: evidence.quantityScale.bands,
		measures: mappedMeasures(evidence, codes, evidence.bundle.findings),
		heardIn: heardInWords(voices),
		voices: bySource(voices.all.map((voice) => voiceView(voice, sees))),
		previous: named(changes[at - 1]),
		next: named(changes[at + 1])
	};
}

type StandardLine = ComponentLine & { standard: string };

function allLines({ standards, scale, readiness, today }: MapInput): StandardLine[] {
	return elementsOfKind(standards, 'standard').flatMap(({ code }) =>
		componentLines(standards, scale, readiness, { code, today }).map((line) => ({ ...line, standard: code }))
	);
}

/** The components that the crosswalk links to a change, in the order of the standards. */
function linkedTo(
	{ map, crosswalks }: MapInput,
	lines: readonly StandardLine[],
	code: string
): LinkedComponent[] {
	const reasons = new Map(
		crosswalkLinks(crosswalks, referenceOf(map), code)
			.filter(({ crosswalk }) => crosswalk.id === 'components-changes')
			.map(({ code: component, link }) => [component, link.reason ?? ''])
	);
	return lines.flatMap((line) => {
		const reason = reasons.get(line.code);
		return reason === undefined ? [] : [{ ...line, reason }];
	});
}

function changeOf(
	input: MapInput,
	lines: readonly StandardLine[],
	evidence: ReportInput,
	{ code, text }: Element
): MapChange {
	const components = linkedTo(input, lines, code);
	const codes = new Set([code]);
	return {
		code,
		text,
		components: components.length,
		stages: spreadOver(input.scale.howWell, components).map(({ step, codes: at }) => ({
			step,
			count: at.length
		})),
		todo: notJudged(components).length,
		message: spreadMessage(components),
		questions: mappedMeasures(evidence, codes, []).reduce((sum, { parts }) => sum + parts.length, 0),
		voices: voicesOn(evidence.bundle.sources, codes).all.length
	};
}

const notJudged = (lines: readonly ComponentLine[]) =>
	lines.filter(({ howWell, inDevelopment }) => howWell === null && !inDevelopment);
