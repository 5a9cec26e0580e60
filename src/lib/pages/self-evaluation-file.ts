/**
 * A self-evaluation as it is written into a document or a workbook to be filled in: every component with its text, what
 * is said of it so far, and the stamp by which it is known again.
 */
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { childrenOf, elementsOfKind } from '#lib/frameworks/lookup.ts';
import type { ReadinessScale } from '#lib/frameworks/scales.ts';
import { untouched, type Readiness } from '#lib/judgement/readiness.ts';
import {
	fieldsInDevelopment,
	filedFields,
	stepWords,
	stepsOf,
	valuesOf,
	writeStamp,
	type FiledField
} from '#lib/judgement/round-trip.ts';
import {
	filedParts,
	partsStampText,
	stampOfParts,
	type FiledPart,
	type PartsNow
} from '#lib/judgement/round-trip-standards.ts';
import { longDate } from '#lib/reports/dates.ts';
import { quotedFrom, type QuotedFrom } from './framework-source.ts';

/** A field of a component: `shown` as one reads it, `value` as a form has it. */
export type FileField = { field: FiledField; label: string; value: string; shown: string };

export type FileComponent = {
	code: string;
	/** Quoted, with the words of its parts. */
	text: string;
	inDevelopment: boolean;
	/** In their order; those that are asked for. */
	fields: FileField[];
	stamp: string;
};

export type SelfEvaluationFile = {
	review: { id: string; title: string };
	/** YYYY-MM-DD. */
	madeOn: string;
	from: QuotedFrom;
	scale: ReadinessScale;
	standards: FileStandard[];
};

export type FileStandard = {
	code: string;
	title: string;
	text: string;
	inDevelopment: boolean;
	/** What is said of it as a whole, in the notation of narratives. */
	parts: { part: FiledPart; label: string; text: string }[];
	stamp: string;
	components: FileComponent[];
};

export type FileInput = {
	review: { id: string; title: string };
	madeOn: string;
	framework: Framework;
	scale: ReadinessScale;
	now: ReadonlyMap<string, { readiness: Readiness; version: number }>;
	/** What is said of standards as a whole, by their codes; those left out have nothing yet. */
	parts: ReadonlyMap<string, PartsNow>;
};

export function deriveSelfEvaluationFile(input: FileInput): SelfEvaluationFile {
	const { review, madeOn, framework, scale } = input;
	return {
		review: { id: review.id, title: review.title },
		madeOn,
		from: quotedFrom(framework),
		scale,
		standards: elementsOfKind(framework, 'standard').map(({ code, title, text, status }) => ({
			code,
			title,
			text,
			inDevelopment: status === 'in-development',
			...partsOf(input, code),
			components: childrenOf(framework, code, 'core-component').map((each) => componentOf(input, each))
		}))
	};
}

function partsOf({ parts }: FileInput, code: string): Pick<FileStandard, 'parts' | 'stamp'> {
	const textOf = (part: FiledPart) => parts.get(code)?.[part].text ?? '';
	return {
		parts: filedParts.map(({ name, label }) => ({ part: name, label, text: textOf(name) })),
		stamp: partsStampText(
			stampOfParts({ overall: textOf('overall'), strengths: textOf('strengths'), gaps: textOf('gaps') })
		)
	};
}

function componentOf({ framework, scale, now }: FileInput, component: Element): FileComponent {
	const { code, status } = component;
	const { readiness, version } = now.get(code) ?? { readiness: untouched(code), version: 0 };
	const values = valuesOf(readiness);
	const inDevelopment = status === 'in-development';
	return {
		code,
		text: wholeText(framework, component),
		inDevelopment,
		fields: filedFields
			.filter(({ name }) => !inDevelopment || fieldsInDevelopment.includes(name))
			.map(({ name, label }) => ({
				field: name,
				label,
				value: values[name],
				shown: shownValue(name, values[name], scale)
			})),
		stamp: writeStamp(version, values)
	};
}

/** The text of a component, followed by those of its parts, where it has any. */
export function wholeText(framework: Framework, { code, text }: Element): string {
	const parts = childrenOf(framework, code, 'part').map((part) => part.text);
	return parts.length === 0 ? text : `${text}: ${parts.join('; ')}`;
}

/** A value as one reads it: `3. Initial implementation`, `31 March 2027`. */
export function shownValue(field: FiledField, value: string, scale: ReadinessScale): string {
	if (value === '') return '';
	const steps = stepsOf(field, scale);
	if (steps) {
		const step = steps.find((each) => String(each.step) === value);
		return step ? stepWords(step) : value;
	}
	return field === 'targetBy' ? longDate(value) : value;
}
