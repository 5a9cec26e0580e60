/** What the pages about one source show: its results, one question followed down, one record. */
import type { Asked } from '#lib/pages/answered-records.ts';
import { deriveQuestionPage, type QuestionPage } from '#lib/pages/question-page.ts';
import { deriveRecordPage, type RecordPage } from '#lib/pages/record-page.ts';
import { resultsCsv } from '#lib/pages/results-csv.ts';
import { deriveResultsTable, resultsFileName, type ResultsTable } from '#lib/pages/results-table.ts';
import { deriveWorkbook, type Sheet } from '#lib/pages/results-workbook.ts';
import {
	deriveSourcePage,
	factsOf,
	placesOf,
	type Order,
	type SourcePage,
	type WrittenAnswer
} from '#lib/pages/source-page.ts';
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { Source } from '#lib/evidence/source.ts';
import { whyWithheld, type Sees } from '#lib/pages/withheld.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { notFound } from '../problems.ts';
import { listAnswersTo, listStrataColumns } from './answers.ts';
import { listFindings } from './conclusions.ts';
import { findDocument, listDocuments } from './documents.ts';
import { measureSource } from './measures.ts';
import { findRecord } from './records.ts';
import { findReview } from './reviews.ts';
import { findSource, type SourceSummary } from './sources.ts';
import { maySee } from './visible-reviews.ts';

export type Cut = {
	/** A strata column; one that the source does not have is left aside. */
	by: string | null;
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
	const columns = listStrataColumns(db, summary.key);
	const by = cut.by !== null && columns.includes(cut.by) ? cut.by : null;
	const withheld = whyWithheld(summary.kind, seenBy(db, actor, reviewId));
	return deriveSourcePage({
		source: withoutRecords(summary),
		records: summary.recordCount,
		instrument,
		measures: measureSource(db, summary, quantityScale, by ?? undefined),
		written: withheld === null ? listWritten(db, summary, instrument) : new Map(),
		withheld,
		columns,
		by,
		order: cut.order,
		quantityScale: findDocument(db, 'quantity-scale', quantityScale),
		frameworks: listDocuments(db, 'framework'),
		references: frameworks
	});
}

/** The results as a CSV file, with a line for each stratum of the column `by`. Throws a not-found Problem. */
export function loadResultsCsv(
	db: Database,
	reviewId: string,
	sourceId: string,
	by: string | null
): { name: string; text: string } {
	const { name, table } = loadResultsTable(db, reviewId, sourceId, by);
	return { name: `${name}.csv`, text: resultsCsv(table) };
}

/** The same as the sheets of a workbook. Throws a not-found Problem. */
export function loadResultsWorkbook(
	db: Database,
	reviewId: string,
	sourceId: string,
	by: string | null
): { name: string; sheets: Sheet[] } {
	const { name, table, review, summary, instrument } = loadResultsTable(db, reviewId, sourceId, by);
	const sheets = deriveWorkbook(table, {
		review,
		source: factsOf(withoutRecords(summary), instrument, summary.recordCount),
		scale: findDocument(db, 'quantity-scale', review.quantityScale)
	});
	return { name: `${name}.xlsx`, sheets };
}

function loadResultsTable(db: Database, reviewId: string, sourceId: string, by: string | null) {
	const review = findReview(db, reviewId);
	const summary = findSource(db, reviewId, sourceId);
	const instrument = instrumentOf(db, summary);
	const column = by !== null && listStrataColumns(db, summary.key).includes(by) ? by : undefined;
	const places = placesOf({
		source: withoutRecords(summary),
		instrument,
		measures: measureSource(db, summary, review.quantityScale, column)
	});
	const table: ResultsTable = deriveResultsTable(places, review.standing);
	return { name: resultsFileName(reviewId, sourceId, review.standing), table, review, summary, instrument };
}

/** `asked` chooses the records that are listed. Throws a not-found Problem that says what there is. */
export function loadQuestionPage(
	db: Database,
	actor: Actor,
	reviewId: string,
	sourceId: string,
	code: string,
	asked: Asked
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
	return deriveQuestionPage({
		source: withoutRecords(summary),
		instrument,
		position,
		measure: measureSource(db, summary, quantityScale)[position]!,
		byColumn: listStrataColumns(db, summary.key).map((column) => ({
			column,
			measure: measureSource(db, summary, quantityScale, column)[position]!
		})),
		records: listAnswersTo(db, summary.key, position),
		asked,
		sees: seenBy(db, actor, reviewId),
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
	return deriveRecordPage({
		...record,
		source: withoutRecords(summary),
		instrument,
		records: summary.recordCount,
		sees: seenBy(db, actor, reviewId)
	});
}

function seenBy(db: Database, actor: Actor, reviewId: string): Sees {
	return {
		records: maySee(db, actor, reviewId, 'see-records'),
		staffComments: maySee(db, actor, reviewId, 'see-staff-comments')
	};
}

function instrumentOf(db: Database, { instrument }: SourceSummary): Instrument | null {
	return instrument === null ? null : findDocument(db, 'instrument', instrument);
}

/** The source as the derivations take it; its records are counted, not read. */
function withoutRecords(summary: SourceSummary): Source {
	return { ...summary, records: [] };
}

function listWritten(
	db: Database,
	{ key }: SourceSummary,
	instrument: Instrument | null
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
				listAnswersTo(db, key, position).flatMap(({ reference, text }) => (text ? [{ reference, text }] : []))
			])
	);
}
