/** The page of differences between a file that came back and the review as it stands: in words, field by field. */
import type { Framework } from '#lib/frameworks/framework.ts';
import { findElement } from '#lib/frameworks/lookup.ts';
import type { ReadinessScale } from '#lib/frameworks/scales.ts';
import type { Compared } from '#lib/judgement/round-trip-differences.ts';
import {
	filedFields,
	stampText,
	type ChangedSince,
	type FiledFault,
	type FiledField
} from '#lib/judgement/round-trip.ts';
import {
	filedParts,
	partsStampText,
	type ComparedStandards,
	type FiledPart
} from '#lib/judgement/round-trip-standards.ts';
import { shownValue, wholeText } from './self-evaluation-file.ts';
import { markDifferences, type MarkedTexts } from './text-differences.ts';

export type ShownDifference = {
	field: FiledField | FiledPart;
	/** As the choice of it is sent. */
	choice: string;
	label: string;
	/** Both as one reads them, with the words that only one of them has marked: `theirs` is the review, `mine` the file. */
	marked: MarkedTexts;
	since: ChangedSince;
	/** Whether it is chosen at first: never where somebody else’s words would be lost. */
	chosen: boolean;
};

export type RoundTripPage = {
	fileName: string;
	/** Whether the file says which review it belongs to. */
	says: boolean;
	components: ShownElement[];
	/** As the components; `text` is the title. */
	standards: ShownElement[];
	faults: FiledFault[];
	/** Components in the file, those of the review that are not, and those that are the same. */
	found: number;
	missing: number;
	same: number;
	newer: string[];
	newerStandards: string[];
	/** What is sent with the choice: the values of the file, with the version that each was held against. */
	carried: Carried;
};

export type ShownElement = {
	code: string;
	text: string;
	fields: ShownDifference[];
	/** Who changed it in the review since the file was made, and when (ISO 8601); null for nobody. */
	changed: { by: string; at: string } | null;
};

export type Carried = { components: CarriedComponent[]; standards: CarriedStandard[] };

export type CarriedStandard = {
	code: string;
	/** As `partsStampText` writes it; null where the file has none. */
	stamp: string | null;
	/** In the notation, each with the version of the review that it was held against. */
	parts: Partial<Record<FiledPart, { text: string; version: number }>>;
};

export type CarriedComponent = {
	code: string;
	version: number;
	/** As `stampText` writes it; null where the file has none. */
	stamp: string | null;
	fields: Partial<Record<FiledField, string>>;
};

/** How the choice of a field of a component, or of a part of a standard, is sent. */
export const choiceOf = (code: string, field: FiledField | FiledPart): string => `${code} ${field}`;

type Known = {
	fileName: string;
	framework: Framework;
	scale: ReadinessScale;
	changedBy: (code: string) => { by: string; at: string } | null;
	/** The same of what is said of a standard as a whole. */
	partChangedBy: (code: string, part: FiledPart) => { by: string; at: string } | null;
	says: boolean;
	/** Whether a field was chosen already, on the same page a moment ago; null where nobody has chosen yet. */
	wasChosen: ((code: string, field: FiledField | FiledPart, version: number) => boolean) | null;
};

export function deriveRoundTripPage(
	compared: Compared,
	standards: ComparedStandards,
	known: Known
): RoundTripPage {
	const { differences, found, missing, newer } = compared;
	const { framework, scale } = known;
	return {
		fileName: known.fileName,
		says: known.says,
		components: differences.map(({ code, version, fields }) => ({
			code,
			text: wholeText(framework, findElement(framework, code)!),
			fields: fields.map(({ field, now, filed, since }) => ({
				field,
				choice: choiceOf(code, field),
				label: filedFields.find(({ name }) => name === field)!.label,
				marked: markDifferences(shownValue(field, now, scale), shownValue(field, filed, scale)),
				since,
				chosen: known.wasChosen ? known.wasChosen(code, field, version) : since === 'file'
			})),
			changed: fields.some(({ since }) => since !== 'file') ? known.changedBy(code) : null
		})),
		standards: shownStandards(standards, known),
		faults: [...compared.faults, ...standards.faults],
		found,
		missing,
		same: found - differences.length,
		newer,
		newerStandards: standards.newer,
		carried: {
			components: differences.map(({ code, version, stamp, fields }) => ({
				code,
				version,
				stamp: stamp && stampText(stamp),
				fields: Object.fromEntries(fields.map(({ field, filed }) => [field, filed]))
			})),
			standards: standards.differences.map(({ code, stamp, parts }) => ({
				code,
				stamp: stamp && partsStampText(stamp),
				parts: Object.fromEntries(parts.map(({ part, filed, version }) => [part, { text: filed, version }]))
			}))
		}
	};
}

function shownStandards({ differences }: ComparedStandards, known: Known): ShownElement[] {
	return differences.map(({ code, parts }) => ({
		code,
		text: findElement(known.framework, code)!.title,
		fields: parts.map(({ part, version, now, filed, since }) => ({
			field: part,
			choice: choiceOf(code, part),
			label: filedParts.find(({ name }) => name === part)!.label,
			marked: markDifferences(now, filed),
			since,
			chosen: known.wasChosen ? known.wasChosen(code, part, version) : since === 'file'
		})),
		changed:
			parts
				.filter(({ since }) => since !== 'file')
				.map(({ part }) => known.partChangedBy(code, part))
				.filter((each) => each !== null)
				.sort((one, other) => other.at.localeCompare(one.at))[0] ?? null
	}));
}
