/**
 * What a self-evaluation that came back as a file says otherwise than the review does now. Nothing is taken in here:
 * people choose from what this gives.
 */
import type { Element } from '#lib/frameworks/framework.ts';
import type { ReadinessScale } from '#lib/frameworks/scales.ts';
import type { FiledComponent, FiledEvaluation } from './round-trip-read.ts';
import {
	checkWord,
	fieldsInDevelopment,
	filedFields,
	readField,
	sameAs,
	valuesOf,
	type ChangedSince,
	type FiledFault,
	type FiledField,
	type Stamp
} from './round-trip.ts';
import { untouched, type Readiness } from './readiness.ts';

export type FieldDifference = {
	field: FiledField;
	/** Values as a form has them (`valuesOf`): of the review now, and of the file. */
	now: string;
	filed: string;
	since: ChangedSince;
};

export type ComponentDifference = {
	code: string;
	/** Of the review now; 0 where nothing was said of the component. */
	version: number;
	/** What the file says that stood there when it was made. */
	stamp: Stamp | null;
	fields: FieldDifference[];
};

export type Compared = {
	/** In the order of the framework. */
	differences: ComponentDifference[];
	/** What cannot be taken in, each with its place in the file. */
	faults: FiledFault[];
	/** Components that the file holds, and how many of the review are not in it. */
	found: number;
	missing: number;
	/** Components that the file leaves as they were, though somebody has changed them in the review since. */
	newer: string[];
};

export type CompareInput = {
	filed: FiledEvaluation;
	/** The components of the review, in their order. */
	components: readonly Element[];
	/** What the review holds now, by the component's code. */
	now: ReadonlyMap<string, { readiness: Readiness; version: number }>;
	scale: ReadinessScale;
	/** Everybody judges on their own first: a file sets no stage. */
	independent: boolean;
};

export function compareFiled(input: CompareInput): Compared {
	const { filed, components } = input;
	const faults: FiledFault[] = [];
	const byCode = new Map<string, FiledComponent>();
	for (const component of filed.components) {
		const { code, place } = component;
		const earlier = byCode.get(code);
		if (!components.some((each) => each.code === code))
			faults.push({ place, fault: `“${code}” is no core component of this self-evaluation.` });
		else if (earlier)
			faults.push({
				place,
				fault: `${code} stands in the file a second time; the first is ${earlier.place}, and that is compared.`
			});
		else byCode.set(code, component);
	}
	const newer: string[] = [];
	const differences = components.flatMap((component): ComponentDifference[] => {
		const there = byCode.get(component.code);
		if (!there) return [];
		const { readiness, version } = input.now.get(component.code) ?? {
			readiness: untouched(component.code),
			version: 0
		};
		const fields = differencesOf(input, component, there, readiness, faults);
		if (fields.length > 0) return [{ code: component.code, version, stamp: there.stamp, fields }];
		if (there.stamp && there.stamp.version < version) newer.push(component.code);
		return [];
	});
	return { differences, faults, found: byCode.size, missing: components.length - byCode.size, newer };
}

function differencesOf(
	{ scale, independent }: CompareInput,
	{ status }: Element,
	{ stamp, fields }: FiledComponent,
	readiness: Readiness,
	faults: FiledFault[]
): FieldDifference[] {
	const now = valuesOf(readiness);
	return filedFields.flatMap(({ name: field }): FieldDifference[] => {
		const filed = fields[field];
		if (!filed) return [];
		const read = readField(field, filed.text, scale);
		if ('fault' in read) {
			faults.push({ place: filed.place, fault: read.fault });
			return [];
		}
		const { value } = read;
		if (sameAs(value) === sameAs(now[field])) return [];
		const was = stamp?.checks[field];
		// The file leaves it as it was: what stands in the review is newer.
		if (was !== undefined && was === checkWord(value)) return [];
		const why = whyNot(field, status, independent);
		if (why) {
			faults.push({ place: filed.place, fault: why });
			return [];
		}
		const since = was === undefined ? 'unknown' : was === checkWord(now[field]) ? 'file' : 'both';
		return [{ field, now: now[field], filed: value, since }];
	});
}

function whyNot(field: FiledField, status: Element['status'], independent: boolean): string | null {
	if (status === 'in-development' && !fieldsInDevelopment.includes(field))
		return 'This component is in development: no stage is asked for. Keep notes.';
	if (field === 'howWell' && independent)
		return 'Everybody judges on their own first; the stage is agreed after that, and no file sets it.';
	return null;
}
