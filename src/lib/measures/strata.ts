/** The measure of each stratum of a source: one locality, care group or option at a time. */
import type { Question } from '#lib/evidence/instrument.ts';
import type { Sample } from '#lib/evidence/source.ts';
import { exactInterval, groupAskedAbout } from './interval.ts';
import type { StratumMeasure, Tally } from './measure.ts';
import { checkStratum, isDrawn } from './sample-mismatch.ts';
import { hasShare, tallyAnswers, type AnswerCounts } from './tally.ts';
import { termFor, type Bands } from './term.ts';
import { isSecure, touchesOf } from './touches.ts';

/** The answers to one question within one stratum: coded answer → how many, and how many records. */
export type StratumCounts = { stratum: string; counts: AnswerCounts; records: number };

export type StrataContext = {
	question: Question;
	words: readonly string[] | null;
	sample: Pick<Sample, 'design' | 'frameSize' | 'strata'>;
	/** Records of the whole source. */
	records: number;
	/** Whether the strata are by the column that `sample.strata` is by. */
	own: boolean;
	scale: Bands;
};

/**
 * The measure of one stratum, its share plain: k of n. Its interval is hypergeometric when its size in the frame is
 * known, from `sample.strata` or because the whole frame was drawn; Clopper–Pearson when it is not; without width in
 * a census. Strata by another column than a stratified sample was drawn by have none: their members did not have the
 * same chance of being drawn. Throws a SampleMismatchError when a stratum has more records than its size.
 */
export function stratumMeasure(part: StratumCounts, context: StrataContext): StratumMeasure {
	const { question, words, scale } = context;
	const tally = tallyAnswers(question, part.counts, part.records, words);
	const { positive, base } = tally;
	const counted = { stratum: part.stratum, positive, base };
	if (!hasShare(question) || base === 0)
		return { ...counted, share: null, term: null, interval: null, touches: [], secure: null };
	const exact = mayHaveInterval(context)
		? exactInterval(positive, base, groupOf(part, tally, context))
		: null;
	const touches = exact ? touchesOf(exact, positive, base, scale) : [];
	return {
		...counted,
		share: positive / base,
		term: termFor(positive, base, scale),
		interval: exact?.interval ?? null,
		touches,
		secure: isSecure(touches)
	};
}

function mayHaveInterval({ sample, own }: StrataContext): boolean {
	return isDrawn(sample.design) && (own || sample.design !== 'stratified');
}

function groupOf({ stratum, records }: StratumCounts, tally: Tally, context: StrataContext): number | null {
	const { sample, own } = context;
	if (sample.design === 'census') return tally.base;
	const stated = own ? sizeOf(stratum, sample) : null;
	if (stated !== null) checkStratum(stratum, records, stated);
	const wholeFrame = context.records === sample.frameSize;
	return groupAskedAbout(wholeFrame ? records : stated, tally.notApplicable);
}

/** How many of a stratum are in the frame, where the sample says so. */
export function sizeOf(stratum: string, sample: Pick<Sample, 'strata'>): number | null {
	const sizes = sample.strata?.sizes ?? {};
	return Object.hasOwn(sizes, stratum) ? sizes[stratum]! : null;
}
