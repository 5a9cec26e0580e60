/** The measure of one stratum taken by itself, as a filter shows it. The same figures as its line beside the others. */
import type { Sample } from '#lib/evidence/source.ts';
import { deriveMeasure, type MeasureInput } from './derive.ts';
import type { Measure } from './measure.ts';
import { sizeOf, type StratumCounts } from './strata.ts';

export type PartInput = Omit<MeasureInput, 'counts' | 'records' | 'by' | 'strata' | 'drawnStrata'> & {
	/** The column that the stratum is of. */
	column: string;
	part: StratumCounts;
	/** Records of the whole source. */
	records: number;
	/** The part by another column. */
	strata?: readonly StratumCounts[];
};

/**
 * A stratum of a random sample is a random sample of that stratum; its size in the frame is known where the sample
 * says it, or where the whole frame was drawn. The stratum of a census is a census. A stratum by the column that a
 * stratified sample was drawn by is a random sample; by any other column it is none, since its members did not have
 * the same chance of being drawn, so there is no interval. Throws a SampleMismatchError as `deriveMeasure` does.
 */
export function partMeasure({ column, part, strata, ...input }: PartInput): Measure {
	const { sample, records } = input;
	return deriveMeasure({
		...input,
		counts: part.counts,
		records: part.records,
		sample: { ...designOf(sample, column), strata: null, frameSize: frameOf(sample, column, part, records) },
		strata: strata ?? []
	});
}

/** As the sentences about the part must know it: how its records came about. */
export function sampleOfPart(sample: Sample, column: string, part: StratumCounts, records: number): Sample {
	const design = sample.design === 'stratified' ? 'random' : sample.design;
	return { ...sample, design, strata: null, asked: null, frameSize: frameOf(sample, column, part, records) };
}

/** No interval is reckoned for a purposive sample, and its share is not weighted. */
function designOf({ design, strata }: Pick<Sample, 'design' | 'strata'>, column: string) {
	if (design !== 'stratified') return { design };
	return { design: strata?.column === column ? 'random' : 'purposive' } as const;
}

function frameOf(
	sample: Pick<Sample, 'design' | 'frameSize' | 'strata'>,
	column: string,
	{ stratum, records: own }: StratumCounts,
	records: number
): number | null {
	if (sample.design === 'census' || records === sample.frameSize) return own === 0 ? null : own;
	return sample.strata?.column === column ? sizeOf(stratum, sample) : null;
}
