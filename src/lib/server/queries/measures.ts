/** Derives the measures of a source from its answers. Nothing derived is kept. */
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { Sample } from '#lib/evidence/source.ts';
import { deriveMeasure } from '#lib/measures/derive.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { partMeasure } from '#lib/measures/part.ts';
import { isHidden, type Hidden, type HiddenGroups } from '#lib/measures/small-groups.ts';
import type { StratumCounts } from '#lib/measures/strata.ts';
import type { Database } from '../db/open.ts';
import {
	countAnswers,
	countAnswersByStratum,
	countFrameByStratum,
	type CodeCounts,
	type CountedStratum,
	type Within
} from './answers.ts';
import { findDocument } from './documents.ts';
import { findHiddenGroups } from './small-groups.ts';
import { findReview } from './reviews.ts';
import { listSources, type SourceSummary } from './sources.ts';

const none: CodeCounts = new Map();

/**
 * One measure for each question of the source's instrument, in its order; none for a source without instrument.
 * `by` names a strata column for the measures of each stratum; left out, the one that the sample was drawn by.
 */
export function measureSource(
	db: Database,
	source: SourceSummary,
	quantityScale: string,
	by?: string,
	hidden: HiddenGroups | null = by === undefined && !source.sample.strata
		? null
		: findHiddenGroups(db, source)
): Measure[] {
	if (source.instrument === null) return [];
	const instrument: Instrument = findDocument(db, 'instrument', source.instrument);
	const scale = findDocument(db, 'quantity-scale', quantityScale);
	const counts = countAnswers(db, source.key);
	const drawnBy = source.sample.strata?.column;
	const countedBy = (column: string | undefined) =>
		column === undefined ? [] : countAnswersByStratum(db, source.key, column);
	const drawn = countedBy(drawnBy);
	const shown = by === undefined || by === drawnBy ? drawn : countedBy(by);
	return instrument.questions.map((question, position) =>
		withoutSmall(
			deriveMeasure({
				question,
				counts: counts.get(position) ?? none,
				records: source.recordCount,
				sample: withSizes(db, source, by, shown),
				scale,
				by,
				strata: countsOf(shown, position),
				drawnStrata: drawnBy === undefined ? undefined : countsOf(drawn, position)
			}),
			by ?? drawnBy,
			shown.length === 0 ? undefined : hidden?.questions[position]
		)
	);
}

/**
 * The measures of the records within one stratum, in the order of the questions; `by` names another column for the
 * strata of that part. Where small groups are hidden, a part has no strata of its own, and the measure of a question
 * that is not shown is `hidden`. A stratum that is not there has no records.
 */
export function measurePart(
	db: Database,
	source: SourceSummary,
	quantityScale: string,
	within: Within,
	by?: string,
	hidden: HiddenGroups | null = findHiddenGroups(db, source)
): PartMeasures {
	const { column, stratum } = within;
	const strata = by === undefined || hidden ? [] : countAnswersByStratum(db, source.key, by, within);
	const parts = countAnswersByStratum(db, source.key, column);
	const part = parts.find((each) => each.stratum === stratum) ?? {
		...within,
		records: 0,
		questions: new Map()
	};
	return measuredParts(db, { source, quantityScale, column, hidden }, parts, [part], strata)[0]!;
}

export type PartMeasures = { stratum: string; measures: Measure[] };

/** The same for every stratum of a column, in the order of their names. */
export function measureEveryPart(
	db: Database,
	source: SourceSummary,
	quantityScale: string,
	column: string,
	hidden: HiddenGroups | null = findHiddenGroups(db, source)
): PartMeasures[] {
	const parts = countAnswersByStratum(db, source.key, column);
	return measuredParts(db, { source, quantityScale, column, hidden }, parts, parts);
}

type PartsOf = { source: SourceSummary; quantityScale: string; column: string; hidden: HiddenGroups | null };

/** `all`: every stratum of the column; `wanted`: those to be measured. */
function measuredParts(
	db: Database,
	{ source, quantityScale, column, hidden }: PartsOf,
	all: readonly CountedStratum[],
	wanted: readonly CountedStratum[],
	strata: readonly CountedStratum[] = []
): PartMeasures[] {
	if (source.instrument === null) return wanted.map(({ stratum }) => ({ stratum, measures: [] }));
	const instrument: Instrument = findDocument(db, 'instrument', source.instrument);
	const scale = findDocument(db, 'quantity-scale', quantityScale);
	const sample = withSizes(db, source, column, all);
	const records = source.recordCount;
	return wanted.map((part) => {
		const { stratum } = part;
		const measures = instrument.questions.map((question, position): Measure => {
			const isSmall = hidden !== null && isHidden(hidden.questions[position]!, column, stratum);
			const [counted] = isSmall ? [{ stratum, records: 0, counts: none }] : countsOf([part], position);
			const own = isSmall ? [] : countsOf(strata, position);
			const measure = partMeasure({ question, part: counted!, records, column, sample, scale, strata: own });
			return isSmall ? { ...measure, hidden: true } : measure;
		});
		return { stratum, measures };
	});
}

function withoutSmall(measure: Measure, column: string | undefined, hidden: Hidden | undefined): Measure {
	if (column === undefined || hidden === undefined) return measure;
	const [strata, small] = [
		measure.strata.filter(({ stratum }) => !isHidden(hidden, column, stratum)),
		measure.strata.filter(({ stratum }) => isHidden(hidden, column, stratum))
	];
	return small.length === 0
		? measure
		: { ...measure, strata, hiddenStrata: small.map(({ stratum }) => stratum) };
}

/** A simple random sample with the sizes of the strata in its frame, where the frame was listed with the column. */
function withSizes(
	db: Database,
	{ key, sample }: SourceSummary,
	column: string | undefined,
	drawn: readonly CountedStratum[]
): Sample {
	if (column === undefined || sample.design !== 'random') return sample;
	const sizes = countFrameByStratum(db, key, column);
	const fits = drawn.every(({ stratum, records }) => (sizes[stratum] ?? 0) >= records);
	return fits ? { ...sample, strata: { column, sizes } } : sample;
}

function countsOf(strata: readonly CountedStratum[], position: number): StratumCounts[] {
	return strata.map(({ stratum, records, questions }) => ({
		stratum,
		records,
		counts: questions.get(position) ?? none
	}));
}

/** The measures of every source of a review, by the source's id. */
export function measureReview(db: Database, reviewId: string): Map<string, Measure[]> {
	const { quantityScale } = findReview(db, reviewId);
	return new Map(
		listSources(db, reviewId).map((source) => [source.id, measureSource(db, source, quantityScale)])
	);
}
