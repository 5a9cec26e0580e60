/** From the answers to one question to its measure: tally, share, quantity term, interval, the terms it touches, strata. */
import { fixedWords, type Question } from '#lib/evidence/instrument.ts';
import type { Sample } from '#lib/evidence/source.ts';
import { exactInterval, groupAskedAbout } from './interval.ts';
import type { Measure, ShareWithheld, Tally } from './measure.ts';
import { checkSample, checkStratum, isDrawn } from './sample-mismatch.ts';
import { sizeOf, stratumMeasure, type StratumCounts } from './strata.ts';
import { hasShare, tallyAnswers, type AnswerCounts } from './tally.ts';
import { termFor, termForFraction, type Bands } from './term.ts';
import { isSecure, touchesOf, touchesOfShares } from './touches.ts';
import { weightedInterval, weightedShare, type SizedStratum } from './weighted.ts';

export type MeasureInput = {
	question: Question;
	/** Coded answer → how many records gave it. */
	counts: AnswerCounts;
	/** All records of the source, blank ones too. */
	records: number;
	sample: Pick<Sample, 'design' | 'frameSize' | 'strata'>;
	scale: Bands;
	/** Answer words, where the question has none of its own. */
	words?: readonly string[] | null;
	/** The same counts stratum by stratum, to be shown. */
	strata?: readonly StratumCounts[];
	/** The column that `strata` are by; left out, the column of `sample.strata`. */
	by?: string;
	/** For a stratified sample: its counts by its own column, where `strata` are by another one. */
	drawnStrata?: readonly StratumCounts[];
};

/**
 * The measure of a question. An interval only for random, stratified and census samples; a census has none of the
 * blank answers in it, which are missing and not left to chance. Share, term and interval are null, and the counts
 * kept, for a base of 0 and for a question without positive answers. The share of a stratified sample is weighted;
 * where it cannot be, it is null and `withheld` says why.
 *
 * Throws a SampleMismatchError (expected; to be shown to the person) when the records contradict the sample: more
 * of them than the frame, or a census with fewer. Throws a RangeError for counts that cannot be.
 */
export function deriveMeasure(input: MeasureInput): Measure {
	const { question, counts, records, sample, scale } = input;
	const words = input.words === undefined ? fixedWords(question) : input.words;
	checkSample(sample, records);
	const tally = tallyAnswers(question, counts, records, words);
	const own = input.by === undefined || input.by === sample.strata?.column;
	const context = { question, words, sample, records, own, scale };
	return {
		question: question.code,
		wording: question.wording,
		type: question.type,
		positive: tally.positive,
		base: tally.base,
		...shareOf(input, tally, own ? (input.drawnStrata ?? input.strata) : input.drawnStrata, words),
		tally,
		strata: (input.strata ?? []).map((part) => stratumMeasure(part, context))
	};
}

type ShareParts = Pick<Measure, 'share' | 'withheld' | 'term' | 'interval' | 'touches' | 'secure'>;

const nothing: ShareParts = { share: null, term: null, interval: null, touches: [], secure: null };

function shareOf(
	input: MeasureInput,
	tally: Tally,
	drawnStrata: readonly StratumCounts[] | undefined,
	words: readonly string[] | null
): ShareParts {
	if (!hasShare(input.question) || tally.base === 0) return nothing;
	if (input.sample.design !== 'stratified') return plainShare(tally, input.sample, input.scale);
	const strata = sizedStrata(input, drawnStrata, words);
	return typeof strata === 'string' ? { ...nothing, withheld: strata } : stratifiedShare(strata, input.scale);
}

function plainShare(tally: Tally, sample: MeasureInput['sample'], scale: Bands): ShareParts {
	const { positive, base, notApplicable } = tally;
	const group = sample.design === 'census' ? base : groupAskedAbout(sample.frameSize, notApplicable);
	const exact = isDrawn(sample.design) ? exactInterval(positive, base, group) : null;
	const touches = exact ? touchesOf(exact, positive, base, scale) : [];
	return {
		share: positive / base,
		term: termFor(positive, base, scale),
		interval: exact?.interval ?? null,
		touches,
		secure: isSecure(touches)
	};
}

function stratifiedShare(strata: readonly SizedStratum[], scale: Bands): ShareParts {
	const weighted = weightedShare(strata);
	if (!weighted) return { ...nothing, withheld: 'stratum-without-evidence' };
	const term = termForFraction(weighted.numerator, weighted.denominator, scale)!;
	const interval = weightedInterval(strata, weighted);
	const touches = interval.method === 'census' ? [term] : touchesOfShares(interval, term, scale);
	return { share: weighted.share, term, interval, touches, secure: isSecure(touches) };
}

/** Every stratum of the frame with its size and counts, or why a weighted share cannot be given. */
function sizedStrata(
	{ question, records, sample }: MeasureInput,
	drawn: readonly StratumCounts[] | undefined,
	words: readonly string[] | null
): SizedStratum[] | ShareWithheld {
	if (!sample.strata || !drawn) return 'stratum-sizes-unknown';
	const withRecords = drawn.filter((part) => part.records > 0);
	const placed = withRecords.reduce((sum, part) => sum + part.records, 0);
	if (placed !== records || withRecords.some((part) => sizeOf(part.stratum, sample) === null))
		return 'stratum-sizes-unknown';
	if (withRecords.length < Object.keys(sample.strata.sizes).length) return 'stratum-without-evidence';
	return withRecords.map((part) => {
		const size = sizeOf(part.stratum, sample)!;
		checkStratum(part.stratum, part.records, size);
		return { size, ...tallyAnswers(question, part.counts, part.records, words) };
	});
}
