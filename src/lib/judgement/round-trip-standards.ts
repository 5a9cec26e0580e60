/**
 * What a self-evaluation says of each standard as a whole, on its way out as a file and back: how well overall, its
 * strengths and its gaps, each in the notation of narratives, which loses nothing of them.
 */
import type { NarrativePart } from './judgement.ts';
import { writeNotation } from './narrative-notation.ts';
import { readNarrative } from './read-narrative.ts';
import { checkWord, sameAs, type ChangedSince, type FiledFault } from './round-trip.ts';
import { plainWord } from '#lib/evidence/plain-word.ts';

export const filedParts = [
	{ name: 'overall', label: 'Overall' },
	{ name: 'strengths', label: 'Strengths' },
	{ name: 'gaps', label: 'Gaps' }
] as const satisfies { name: NarrativePart; label: string }[];

export type FiledPart = (typeof filedParts)[number]['name'];

/** What stood in each part when a file was made: a check word for each. */
export type PartsStamp = Record<FiledPart, string>;

/** One standard as the file has it; as FiledComponent. */
export type FiledStandard = {
	code: string;
	place: string;
	stamp: PartsStamp | null;
	parts: Partial<Record<FiledPart, { text: string; place: string }>>;
};

/** `texts`: each part in the notation. */
export const stampOfParts = (texts: Record<FiledPart, string>): PartsStamp => ({
	overall: checkWord(texts.overall),
	strengths: checkWord(texts.strengths),
	gaps: checkWord(texts.gaps)
});

/** `s:…`: one check word for each part, in their order. */
export const partsStampText = (stamp: PartsStamp): string =>
	['s', ...filedParts.map(({ name }) => stamp[name])].join(':');

/** Null for what is no stamp of a standard. */
export function readPartsStamp(written: string): PartsStamp | null {
	const parts = /^s:([0-9a-z]{1,7}):([0-9a-z]{1,7}):([0-9a-z]{1,7})$/.exec(
		plainWord(written).replace(/\s/g, '')
	);
	return parts && { overall: parts[1]!, strengths: parts[2]!, gaps: parts[3]! };
}

/** Stands in a cell that could not hold a text whole, and is left alone when it comes back. */
export const tooLongForCell =
	'This text is too long for a cell. Change it in Cairn or in the document; this cell is not read.';

/** The parts of a standard as they stand in the review, in the notation; version 0 where nothing was written. */
export type PartsNow = Record<FiledPart, { text: string; version: number }>;

export type PartDifference = {
	part: FiledPart;
	/** Of the review now. */
	version: number;
	/** In the notation: of the review now, and of the file. */
	now: string;
	filed: string;
	since: ChangedSince;
};

export type StandardDifference = { code: string; stamp: PartsStamp | null; parts: PartDifference[] };

export type ComparedStandards = {
	/** In the order of `now`. */
	differences: StandardDifference[];
	faults: FiledFault[];
	/** Standards of which the file leaves a part as it was, though somebody has changed it in the review since. */
	newer: string[];
};

/** `now`: what the review holds of each of its standards, by its code. */
export function compareFiledStandards(
	filed: readonly FiledStandard[],
	now: ReadonlyMap<string, PartsNow>
): ComparedStandards {
	const faults: FiledFault[] = [];
	const byCode = new Map<string, FiledStandard>();
	for (const standard of filed) {
		const { code, place } = standard;
		const earlier = byCode.get(code);
		if (!now.has(code)) faults.push({ place, fault: `“${code}” is no standard of this self-evaluation.` });
		else if (earlier)
			faults.push({
				place,
				fault: `Standard ${code} stands in the file a second time; the first is ${earlier.place}, and that is compared.`
			});
		else byCode.set(code, standard);
	}
	const newer: string[] = [];
	const differences = [...now].flatMap(([code, parts]): StandardDifference[] => {
		const there = byCode.get(code);
		if (!there) return [];
		const differing = differencesOf(there, parts, faults);
		if (differing.length > 0) return [{ code, stamp: there.stamp, parts: differing }];
		const { stamp } = there;
		if (stamp && filedParts.some(({ name }) => stamp[name] !== checkWord(parts[name].text))) newer.push(code);
		return [];
	});
	return { differences, faults, newer };
}

function differencesOf(
	{ stamp, parts }: FiledStandard,
	now: PartsNow,
	faults: FiledFault[]
): PartDifference[] {
	return filedParts.flatMap(({ name: part }): PartDifference[] => {
		const there = parts[part];
		if (!there || sameAs(there.text) === sameAs(tooLongForCell)) return [];
		const read = readNarrative(there.text);
		if ('fault' in read) {
			faults.push({ place: there.place, fault: read.fault });
			return [];
		}
		const filed = read.document ? writeNotation(read.document) : '';
		const { text, version } = now[part];
		if (sameAs(filed) === sameAs(text)) return [];
		const was = stamp?.[part];
		// The file leaves it as it was: what stands in the review is newer.
		if (was !== undefined && was === checkWord(filed)) return [];
		const since = was === undefined ? 'unknown' : was === checkWord(text) ? 'file' : 'both';
		return [{ part, version, now: text, filed, since }];
	});
}
