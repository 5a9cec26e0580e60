/** Derives the measures of a source from its answers. Nothing derived is kept. */
import type { Instrument } from '#lib/evidence/instrument.ts';
import { deriveMeasure } from '#lib/measures/derive.ts';
import type { Measure } from '#lib/measures/measure.ts';
import type { StratumCounts } from '#lib/measures/strata.ts';
import type { Database } from '../db/open.ts';
import { countAnswers, countAnswersByStratum, type CodeCounts, type CountedStratum } from './answers.ts';
import { findDocument } from './documents.ts';
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
	by?: string
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
		deriveMeasure({
			question,
			counts: counts.get(position) ?? none,
			records: source.recordCount,
			sample: source.sample,
			scale,
			by,
			strata: countsOf(shown, position),
			drawnStrata: drawnBy === undefined ? undefined : countsOf(drawn, position)
		})
	);
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
