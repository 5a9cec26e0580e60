/** Reads evidence sources, how each was drawn, and what was said in them. Records and answers: answers.ts. */
import { and, asc, count, eq, isNotNull, isNull, or } from 'drizzle-orm';
import type { Source } from '#lib/evidence/source.ts';
import type { Figure, Note, Passage } from '#lib/evidence/voices.ts';
import type { Database } from '../db/open.ts';
import { records, samples, sources } from '../db/schema/evidence.ts';
import { figures, notes, passages } from '../db/schema/voices.ts';
import { notFound } from '../problems.ts';

/** A source without its records: `key` is its key in the database, `recordCount` how many records it has. */
export type SourceSummary = Omit<Source, 'records'> & { key: number; recordCount: number };

type Row = { sources: typeof sources.$inferSelect; samples: typeof samples.$inferSelect };

function select(db: Database) {
	return db.select().from(sources).innerJoin(samples, eq(samples.sourceId, sources.id)).$dynamic();
}

function toSource(db: Database, { sources: row, samples: sample }: Row): SourceSummary {
	return {
		key: row.id,
		id: row.slug,
		kind: row.kind,
		title: row.title,
		instrument: row.instrument,
		sample: {
			design: sample.design,
			frameSize: sample.frameSize,
			asked: sample.asked,
			strata: sample.strata,
			howDrawn: sample.howDrawn
		},
		from: row.from,
		to: row.to,
		owner: row.owner,
		heardFrom: row.heardFrom,
		peopleMet: row.peopleMet,
		...(row.note === null ? {} : { note: row.note }),
		toConfirm: row.toConfirm,
		published: row.published,
		heard: row.heard,
		notes: listNotes(db, row.id),
		passages: listPassages(db, row.id),
		figures: listFigures(db, row.id),
		recordCount: countRecords(db, row.id)
	};
}

function listNotes(db: Database, key: number): Note[] {
	return db
		.select({ id: notes.slug, title: notes.title, day: notes.day, text: notes.text })
		.from(notes)
		.where(and(eq(notes.sourceId, key), isNull(notes.withdrawnAt)))
		.orderBy(asc(notes.position))
		.all();
}

/** Those that count: not of a note that was withdrawn, nor of a record that is not there any more. */
function listPassages(db: Database, key: number): Passage[] {
	const { slug, text, elements, direction, quotation, saidBy, note, starts, ends, record, question } =
		passages;
	return db
		.select({
			id: slug,
			text,
			elements,
			direction,
			quotation,
			saidBy,
			note,
			starts,
			ends,
			record,
			question
		})
		.from(passages)
		.leftJoin(notes, and(eq(notes.sourceId, passages.sourceId), eq(notes.slug, passages.note)))
		.leftJoin(records, and(eq(records.sourceId, passages.sourceId), eq(records.number, passages.record)))
		.where(
			and(
				eq(passages.sourceId, key),
				isNull(passages.withdrawnAt),
				isNull(notes.withdrawnAt),
				or(isNull(passages.record), isNotNull(records.number))
			)
		)
		.orderBy(asc(passages.position))
		.all();
}

function listFigures(db: Database, key: number): Figure[] {
	const { slug, title, unit, period, origin, chart, table, elements } = figures;
	return db
		.select({ id: slug, title, unit, period, origin, chart, table, elements })
		.from(figures)
		.where(and(eq(figures.sourceId, key), isNull(figures.withdrawnAt)))
		.orderBy(asc(figures.position))
		.all();
}

function countRecords(db: Database, key: number): number {
	return db.select({ rows: count() }).from(records).where(eq(records.sourceId, key)).get()!.rows;
}

/** The sources of a review in its order. */
export function listSources(db: Database, reviewId: string): SourceSummary[] {
	return select(db)
		.where(and(eq(sources.reviewId, reviewId), isNull(sources.withdrawnAt)))
		.orderBy(asc(sources.position))
		.all()
		.map((row) => toSource(db, row));
}

/** One that was withdrawn is not there. Throws a not-found Problem that lists the sources there are. */
export function findSource(db: Database, reviewId: string, id: string): SourceSummary {
	const row = select(db)
		.where(and(eq(sources.reviewId, reviewId), eq(sources.slug, id), isNull(sources.withdrawnAt)))
		.get();
	if (row) return toSource(db, row);
	throw notFound(
		`source in review ${reviewId}`,
		id,
		listSources(db, reviewId).map((source) => source.id)
	);
}
