/** What the pages about one source show: its results, one question followed down, one record. */
import { stratumOf, type Asked } from '#lib/pages/answered-records.ts';
import { deriveQuestionPage, type QuestionPage } from '#lib/pages/question-page.ts';
import { deriveRecordPage, type RecordPage } from '#lib/pages/record-page.ts';
import { resultsCsv } from '#lib/pages/results-csv.ts';
import {
	deriveResultsTable,
	resultsFileName,
	type ResultsPart,
	type ResultsTable
} from '#lib/pages/results-table.ts';
import { deriveWorkbook, type Sheet } from '#lib/pages/results-workbook.ts';
import {
	deriveSourcePage,
	factsOf,
	placesOf,
	readSoFar,
	type Order,
	type SourcePage,
	type WrittenAnswer
} from '#lib/pages/source-page.ts';
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { Source } from '#lib/evidence/source.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { sampleOfPart } from '#lib/measures/part.ts';
import type { HiddenGroups } from '#lib/measures/small-groups.ts';
import { chooseWhere, type Filter, type StrataOfColumn, type Where } from '#lib/pages/where.ts';
import { shownPassage, whyWithheld, type Sees } from '#lib/pages/withheld.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { notFound } from '../problems.ts';
import { listAnswersTo, listStrata } from './answers.ts';
import { hiddenFrom } from './blind-readings.ts';
import { listFindings } from './conclusions.ts';
import { findDocument, listDocuments } from './documents.ts';
import { measureEveryPart, measurePart, measureSource } from './measures.ts';
import { countRead } from './read-so-far.ts';
import { listReadingAnswers } from './readings.ts';
import { findRecord } from './records.ts';
import { findHiddenGroups } from './small-groups.ts';
import { findReview } from './reviews.ts';
import { findSource, type SourceSummary } from './sources.ts';
import { seesOf } from './visible-reviews.ts';

export type Cut = {
	/** A strata column; one that the source does not have is left aside. */
	by: string | null;
	/** One stratum, as `column:stratum`; one that may not be shown, or is not there, is left aside. */
	where?: string | null;
	order: Order;
};

/** Throws a not-found Problem for a review or source that is not there. */
export function loadSourcePage(
	db: Database,
	actor: Actor,
	reviewId: string,
	sourceId: string,
	cut: Cut
): SourcePage {
	const { quantityScale, frameworks } = findReview(db, reviewId);
	const summary = findSource(db, reviewId, sourceId);
	const instrument = instrumentOf(db, summary);
	const narrowed = narrow(db, summary, instrument, cut.where ?? null);
	const { filter, hidden } = narrowed;
	const columns = splitsOf(narrowed);
	const by = cut.by !== null && columns.includes(cut.by) ? cut.by : null;
	const withheld =
		whyWithheld(summary.kind, seesOf(db, actor, reviewId, hiddenFrom(db, actor, summary))) ??
		(filter.where && hidden ? writtenWhole : null);
	return deriveSourcePage({
		source: withShownPassages(sourceOf(summary, narrowed), seesOf(db, actor, reviewId)),
		records: summary.recordCount,
		instrument,
		measures: measuresOf(db, summary, quantityScale, narrowed, by),
		written: withheld === null ? listWritten(db, summary, instrument, filter.where) : new Map(),
		withheld,
		columns,
		by,
		filter,
		reading: countRead(db, summary),
		order: cut.order,
		quantityScale: findDocument(db, 'quantity-scale', quantityScale),
		frameworks: listDocuments(db, 'framework'),
		references: frameworks
	});
}

/** Coded answers have a page of their own; of the others, the words are for those who may read them. */
const withShownPassages = (source: Source, sees: Sees): Source => ({
	...source,
	passages: source.passages
		.filter(({ record }) => record === null)
		.map((passage) => shownPassage(source.kind, passage, sees))
});

const writtenWhole =
	'What people wrote is shown only for all answers together, so that nobody is recognised by the group they are in.';

/** What a page is narrowed to, with what that asks of everything on it. */
type Narrowed = {
	filter: Filter;
	hidden: HiddenGroups | null;
	/** Every column of the source with its strata. */
	strata: StrataOfColumn[];
	/** Records that the filter leaves. */
	part: number;
};

function narrow(
	db: Database,
	summary: SourceSummary,
	instrument: Instrument | null,
	asked: string | null
): Narrowed {
	const hidden = findHiddenGroups(db, summary);
	const strata = listStrata(db, summary.key);
	const unit = instrument?.unit ?? { one: 'record', many: 'records' };
	const filter = chooseWhere(strata, hidden, unit, asked);
	const own = strata.find(({ column }) => column === filter.where?.column)?.strata;
	const part = own?.find(({ stratum }) => stratum === filter.where?.stratum)?.records;
	return { filter, hidden, strata, part: part ?? summary.recordCount };
}

/** The columns that what is shown can be split by: one group of a survey is not split further. */
function splitsOf({ filter: { where }, hidden, strata }: Narrowed): string[] {
	if (where && hidden) return [];
	return strata.map(({ column }) => column).filter((column) => column !== where?.column);
}

function measuresOf(
	db: Database,
	summary: SourceSummary,
	quantityScale: string,
	{ filter: { where }, hidden }: Narrowed,
	by: string | null
): Measure[] {
	return where
		? measurePart(db, summary, quantityScale, where, by ?? undefined, hidden).measures
		: measureSource(db, summary, quantityScale, by ?? undefined, hidden);
}

/** The source as the derivations take it: its records are counted, not read, and its sample is that of the part. */
function sourceOf(summary: SourceSummary, { filter: { where }, part }: Narrowed): Source {
	const source = withoutRecords(summary);
	if (!where) return source;
	const counted = { stratum: where.stratum, counts: new Map(), records: part };
	const { design, asked } = sampleOfPart(summary.sample, where.column, counted, summary.recordCount);
	return { ...source, sample: { ...summary.sample, design, asked } };
}

export type Download = {
	/** Only the strata of this column, beside all records; left out, those of every column. */
	by: string | null;
	/** Only the records of one stratum, as in `Cut`. */
	where?: string | null;
};

/** The results as a CSV file. Throws a not-found Problem. */
export function loadResultsCsv(
	db: Database,
	reviewId: string,
	sourceId: string,
	asked: Download
): { name: string; text: string } {
	const { name, table } = loadResultsTable(db, reviewId, sourceId, asked);
	return { name: `${name}.csv`, text: resultsCsv(table) };
}

/** The same as the sheets of a workbook. Throws a not-found Problem. */
export function loadResultsWorkbook(
	db: Database,
	reviewId: string,
	sourceId: string,
	asked: Download
): { name: string; sheets: Sheet[] } {
	const { name, table, review, summary, instrument, filter } = loadResultsTable(
		db,
		reviewId,
		sourceId,
		asked
	);
	const source = factsOf(withoutRecords(summary), instrument, summary.recordCount);
	const reading = countRead(db, summary);
	const sheets = deriveWorkbook(table, {
		review,
		source,
		scale: findDocument(db, 'quantity-scale', review.quantityScale),
		among: filter.among,
		reading: reading && readSoFar(reading, source.unit)
	});
	return { name: `${name}.xlsx`, sheets };
}

function loadResultsTable(db: Database, reviewId: string, sourceId: string, { by, where }: Download) {
	const review = findReview(db, reviewId);
	const summary = findSource(db, reviewId, sourceId);
	const instrument = instrumentOf(db, summary);
	const narrowed = narrow(db, summary, instrument, where ?? null);
	const { filter, hidden, strata } = narrowed;
	const source = withoutRecords(summary);
	const partOf = (own: Where | null, measures: readonly Measure[]): ResultsPart => ({
		where: own,
		places: placesOf({ source, instrument, measures })
	});
	const { quantityScale } = review;
	const parts = filter.where
		? [partOf(filter.where, measuresOf(db, summary, quantityScale, narrowed, null))]
		: [
				partOf(null, measureSource(db, summary, quantityScale, undefined, hidden)),
				...strata
					.filter(({ column }) => by === null || column === by)
					.flatMap(({ column }) =>
						measureEveryPart(db, summary, quantityScale, column, hidden).map(({ stratum, measures }) =>
							partOf({ column, stratum }, measures)
						)
					)
			];
	const table: ResultsTable = deriveResultsTable(parts, review.standing);
	const name = resultsFileName(reviewId, sourceId, review.standing, filter.where);
	return { name, table, review, summary, instrument, filter };
}

/** `asked` chooses the records that are listed. Throws a not-found Problem that says what there is. */
export function loadQuestionPage(
	db: Database,
	actor: Actor,
	reviewId: string,
	sourceId: string,
	code: string,
	asked: Asked & { where?: string | null }
): QuestionPage {
	const { quantityScale, frameworks } = findReview(db, reviewId);
	const summary = findSource(db, reviewId, sourceId);
	const instrument = instrumentOf(db, summary);
	const position = instrument?.questions.findIndex((question) => question.code === code) ?? -1;
	if (!instrument || position < 0)
		throw notFound(
			`question of “${summary.title}” with the code`,
			code,
			instrument?.questions.map((question) => question.code)
		);
	const narrowed = narrow(db, summary, instrument, asked.where ?? null);
	const measuredBy = (column: string | null) =>
		measuresOf(db, summary, quantityScale, narrowed, column)[position]!;
	return deriveQuestionPage({
		source: sourceOf(summary, narrowed),
		instrument,
		position,
		measure: measuredBy(null),
		filter: narrowed.filter,
		byColumn: splitsOf(narrowed).map((column) => ({ column, measure: measuredBy(column) })),
		records: listAnswersTo(db, summary.key, position),
		asked,
		sees: seesOf(db, actor, reviewId, hiddenFrom(db, actor, summary)),
		frameworks: listDocuments(db, 'framework'),
		leading: frameworks[0]!,
		findings: listFindings(db, reviewId),
		quantityScale: findDocument(db, 'quantity-scale', quantityScale)
	});
}

/** Throws a not-found Problem. */
export function loadRecordPage(
	db: Database,
	actor: Actor,
	reviewId: string,
	sourceId: string,
	reference: string
): RecordPage {
	findReview(db, reviewId);
	const summary = findSource(db, reviewId, sourceId);
	const instrument = instrumentOf(db, summary);
	if (!instrument) throw notFound(`record of “${summary.title}” with the reference`, reference);
	const record = findRecord(db, summary, reference);
	const hidden = hiddenFrom(db, actor, summary).get(record.number);
	return deriveRecordPage({
		...record,
		// Whoever was given one of two readings sees that one, until both are complete.
		...(hidden === undefined
			? {}
			: { answers: listReadingAnswers(db, summary.key, record.number, 3 - hidden) }),
		source: withoutRecords(summary),
		instrument,
		records: summary.recordCount,
		sees: seesOf(db, actor, reviewId)
	});
}

function instrumentOf(db: Database, { instrument }: SourceSummary): Instrument | null {
	return instrument === null ? null : findDocument(db, 'instrument', instrument);
}

/** Its records are counted, not read. */
function withoutRecords(summary: SourceSummary): Source {
	return { ...summary, records: [] };
}

function listWritten(
	db: Database,
	{ key }: SourceSummary,
	instrument: Instrument | null,
	where: Where | null
): Map<string, WrittenAnswer[]> {
	const questions = (instrument?.questions ?? []).map(({ code, type }, position) => ({
		code,
		type,
		position
	}));
	return new Map(
		questions
			.filter(({ type }) => type === 'text')
			.map(({ code, position }) => [
				code,
				listAnswersTo(db, key, position)
					.filter(({ strata }) => !where || stratumOf(strata, where.column) === where.stratum)
					.flatMap(({ reference, text }) => (text ? [{ reference, text }] : []))
			])
	);
}
