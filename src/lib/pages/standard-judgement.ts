/**
 * A standard as a self-evaluation judges it: its components spread over the stages, never averaged, each with how we
 * know and what is done now; and what was written of the standard as a whole.
 */
import type { Framework } from '#lib/frameworks/framework.ts';
import { childrenOf, elementsOfKind, findElement } from '#lib/frameworks/lookup.ts';
import type { NarrativeDocument } from '#lib/judgement/narrative-document.ts';
import { documentOfParagraphs } from '#lib/judgement/narrative-text.ts';
import type { Narrative, NarrativePart } from '#lib/judgement/judgement.ts';
import { spreadMessage, spreadOver, type StageSpread } from '#lib/judgement/readiness-spread.ts';
import { untouched, type Readiness } from '#lib/judgement/readiness.ts';
import {
	isTargetMissed,
	sayCell,
	targetWords,
	type ReadinessCell,
	type ReadinessSteps
} from './readiness-cells.ts';

export type ComponentLine = Pick<
	ReadinessCell,
	'code' | 'howWell' | 'howDoWeKnow' | 'inDevelopment' | 'toConfirm' | 'say'
> & {
	text: string;
	parts: string[];
	stage: string | null;
	known: string | null;
	words: string;
	statement: string;
	whatNow: string;
	target: { stage: string; by: string | null } | null;
	missed: boolean;
};

export type StandardJudgement = {
	code: string;
	title: string;
	inDevelopment: boolean;
	/** How the components are spread, in a sentence. */
	message: string;
	/** From the last stage to the first. */
	stages: StageSpread[];
	/** Codes of those without a stage. */
	todo: string[];
	components: ComponentLine[];
	written: { part: NarrativePart; document: NarrativeDocument }[];
	previous: { code: string; title: string } | null;
	next: { code: string; title: string } | null;
	number: number;
	count: number;
};

/** `today` is YYYY-MM-DD. Undefined for a code that is no standard of the edition. */
export function deriveStandardJudgement(
	framework: Framework,
	scale: ReadinessSteps,
	readiness: readonly Readiness[],
	narratives: readonly Narrative[],
	{ code, today }: { code: string; today: string }
): StandardJudgement | undefined {
	const standard = findElement(framework, code);
	if (standard?.kind !== 'standard') return undefined;
	const standards = elementsOfKind(framework, 'standard');
	const at = standards.indexOf(standard);
	const components = componentLines(framework, scale, readiness, { code, today });
	const named = (index: number) => {
		const other = standards[index];
		return other ? { code: other.code, title: other.title } : null;
	};
	return {
		code,
		title: standard.title,
		inDevelopment: standard.status === 'in-development',
		message: spreadMessage(components),
		stages: spreadOver(scale.howWell, components),
		todo: components
			.filter(({ howWell, inDevelopment }) => howWell === null && !inDevelopment)
			.map((each) => each.code),
		components,
		written: narratives
			.filter(({ element }) => element === code)
			.map(({ part, paragraphs, document }) => ({
				part,
				document: document ?? documentOfParagraphs(paragraphs)
			})),
		previous: named(at - 1),
		next: named(at + 1),
		number: at + 1,
		count: standards.length
	};
}

/** Every component of a standard with what was said of it. */
export function componentLines(
	framework: Framework,
	scale: ReadinessSteps,
	readiness: readonly Readiness[],
	{ code, today }: { code: string; today: string }
): ComponentLine[] {
	return childrenOf(framework, code, 'core-component').map((component) => {
		const kept = readiness.find(({ element }) => element === component.code) ?? untouched(component.code);
		const cell = {
			code: component.code,
			howWell: kept.howWell,
			howDoWeKnow: kept.howDoWeKnow,
			inDevelopment: component.status === 'in-development',
			toConfirm: kept.toConfirm
		};
		const name = (steps: ReadinessSteps['howWell'], step: number | null) =>
			steps.find((each) => each.step === step)?.name ?? null;
		return {
			...cell,
			say: sayCell(cell, scale),
			text: component.text,
			parts: childrenOf(framework, component.code, 'part').map(({ text }) => text),
			stage: name(scale.howWell, kept.howWell),
			known: name(scale.howDoWeKnow, kept.howDoWeKnow),
			words: kept.words,
			statement: kept.statement,
			whatNow: kept.whatNow,
			target: targetWords(kept, scale),
			missed: isTargetMissed(kept, today)
		};
	});
}
