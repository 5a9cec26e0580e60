/** Where the records contradict what is said of the sample, no interval can be right: the sample must be mended. */
import type { Sample } from '#lib/evidence/source.ts';

export type SampleMismatch =
	/** A census whose frame is larger than its records. */
	| 'census-incomplete'
	/** More records than the frame, or than a stratum of it, holds. */
	| 'more-records-than-frame'
	/** Stratum sizes that do not add up to the frame. */
	| 'strata-do-not-add-up';

/** Expected, and to be shown to the person: `code` says what is wrong, `message` is a sentence with the figures. */
export class SampleMismatchError extends RangeError {
	readonly code: SampleMismatch;

	constructor(code: SampleMismatch, message: string) {
		super(message);
		this.name = 'SampleMismatchError';
		this.code = code;
	}
}

type StatedSample = Pick<Sample, 'design' | 'frameSize' | 'strata'>;

/** Throws a SampleMismatchError when a sample cannot have given so many records. */
export function checkSample(sample: StatedSample, records: number): void {
	const { design, frameSize, strata } = sample;
	if (frameSize !== null && isDrawn(design) && records > frameSize)
		throw new SampleMismatchError(
			'more-records-than-frame',
			`There are ${records} records, but the sampling frame has only ${frameSize}.`
		);
	// A source without any records has not been read yet.
	if (frameSize !== null && design === 'census' && records > 0 && records < frameSize)
		throw new SampleMismatchError(
			'census-incomplete',
			`A census covers its whole frame, but there are ${records} records in a frame of ${frameSize}.`
		);
	const inStrata = Object.values(strata?.sizes ?? {}).reduce((sum, size) => sum + size, 0);
	if (frameSize !== null && design === 'stratified' && strata && inStrata !== frameSize)
		throw new SampleMismatchError(
			'strata-do-not-add-up',
			`The strata have ${inStrata} together, but the sampling frame has ${frameSize}.`
		);
}

/** The sentence that says how a sample contradicts its records; undefined when it does not. */
export function sampleMismatch(sample: StatedSample, records: number): string | undefined {
	try {
		checkSample(sample, records);
		return undefined;
	} catch (error) {
		if (error instanceof SampleMismatchError) return error.message;
		throw error;
	}
}

/** Throws a SampleMismatchError when a stratum has more records than its size in the frame. */
export function checkStratum(stratum: string, records: number, size: number): void {
	if (records > size)
		throw new SampleMismatchError(
			'more-records-than-frame',
			`There are ${records} records of “${stratum}”, but only ${size} in the sampling frame.`
		);
}

/** Whether chance, or nothing, decided who is among the records, so that an interval has a meaning. */
export function isDrawn(design: Sample['design']): boolean {
	return design === 'random' || design === 'stratified' || design === 'census';
}
