/** What a report is derived from, and the look-ups that every part of it needs. */
import type { Instrument, Question } from '#lib/evidence/instrument.ts';
import type { Source } from '#lib/evidence/source.ts';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { branchOf, childrenOf, findFramework } from '#lib/frameworks/lookup.ts';
import type { EvaluationScale, QuantityScale, ReadinessScale } from '#lib/frameworks/scales.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import type { Action } from '#lib/improvement/action.ts';
import type { Measure } from '#lib/measures/measure.ts';
import type { Bundle } from './bundle.ts';
import type { MeasureKey } from './report.ts';

export type ReportInput = {
	/** The review; its records may be left out. */
	bundle: Bundle;
	/** Measures of each source by its id, in the order of the questions. */
	measures: ReadonlyMap<string, readonly Measure[]>;
	/** By the source's id: how many of its records are read to the end, while that is not all. */
	readSoFar?: ReadonlyMap<string, { read: number; all: number }>;
	/** By the finding's id: the attachments that it rests on, which no bundle carries. */
	papers?: ReadonlyMap<string, readonly { id: string; title: string }[]>;
	/** The day on which the review was issued; null or left out for a draft. */
	issuedOn?: string | null;
	/** What is done next. */
	actions?: readonly Action[];
	frameworks: readonly Framework[];
	quantityScale: QuantityScale;
	evaluationScale: EvaluationScale;
	/** Of a self-evaluation. */
	readinessScale?: ReadinessScale;
	partnershipName: string;
	/** ISO date. */
	generatedOn: string;
};

/** A measure with the question that was asked and the source that answered it. */
export type MeasureInPlace = {
	key: MeasureKey;
	source: Source;
	instrument: Instrument;
	question: Question;
	measure: Measure;
};

/** How many records of a source there are: its own, or what its measures counted. */
export function recordCount(input: ReportInput, source: Source): number {
	return source.records.length || (input.measures.get(source.id)?.[0]?.tally.records ?? 0);
}

export function instrumentOf(input: ReportInput, source: Source): Instrument | undefined {
	return input.bundle.instruments.find((instrument) => referenceOf(instrument) === source.instrument);
}

/** All measures of a source with their questions, in the order of the instrument; empty without answers. */
export function measuresOf(input: ReportInput, source: Source): MeasureInPlace[] {
	const instrument = instrumentOf(input, source);
	if (!instrument) return [];
	return (input.measures.get(source.id) ?? []).flatMap((measure) => {
		const question = instrument.questions.find(({ code }) => code === measure.question);
		const key = { source: source.id, question: measure.question };
		return question ? [{ key, source, instrument, question, measure }] : [];
	});
}

/** The measure that a key names; undefined when the review has no such measure. */
export function findMeasure(input: ReportInput, key: MeasureKey): MeasureInPlace | undefined {
	const source = input.bundle.sources.find(({ id }) => id === key.source);
	return source && measuresOf(input, source).find(({ measure }) => measure.question === key.question);
}

/** The framework whose top elements are the sections of the report; undefined when it is not at hand. */
export function leadingFramework(input: ReportInput): Framework | undefined {
	return findFramework(input.frameworks, input.bundle.review.frameworks[0] ?? '');
}

/** The elements that become sections: themes, standards or columns, not the lists that come with them. */
export function sectionElements(framework: Framework): Element[] {
	return childrenOf(framework, null).filter(({ kind }) => kind !== 'checklist' && kind !== 'item');
}

/** The codes of an element and of everything below it. */
export function codesBelow(framework: Framework, element: Element): ReadonlySet<string> {
	return new Set(branchOf(framework, element.code).map(({ code }) => code));
}
